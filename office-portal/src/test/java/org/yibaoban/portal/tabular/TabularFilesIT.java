package org.yibaoban.portal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Files through the tabular door into the books. */
class TabularFilesIT extends ServerTest {

    private static final String CHARGES = "费用流水号,住院号,项目代码,项目名称,数量,单价,金额,费用发生时间,退费标志,原费用流水号\n";

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String visit = "T" + run;

    private String visits(String... numbers) {
        StringBuilder text = new StringBuilder("住院号,患者编号,姓名,性别,就诊类型,入院时间,科室代码,病区代码\n");
        for (String number : numbers) {
            text.append(number + ",P" + number + ",测试,男,住院,2026/11/20 8:30,0304,W0304A\n");
        }
        return text.toString();
    }

    private String charge(int line, String more) {
        return run + "-" + line + "," + visit + ",CT0001,胸部CT平扫," + more + "\n";
    }

    private String booked() throws Exception {
        return OfficeDatabase.value("select charges || ' ' || line_count from visit where number = ?", visit);
    }

    @Test
    void aDryRunShowsEveryRejectedRowAndPostsNothing() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        JsonNode checked = Loads.checked(
                "his/charges",
                CHARGES
                        + charge(1, "1,268.00,268.00,2026-11-20 09:00:00,0,")
                        + charge(2, "x,268.00,268.00,2026-11-20 09:00:00,0,")
                        + charge(3, "1,268.00,200.00,2026-11-20 09:00:00,0,")
                        + charge(4, "1,268.00,268.00,2026-02-30 09:00:00,0,")
                        + charge(5, "1,268.00,268.00,2026-11-20 09:00:00,也许,")
                        + charge(1, "2,268.00,536.00,2026-11-20 09:00:00,0,"));

        assertThat(checked.get("state").asText()).isEqualTo("CHECKED");
        assertThat(checked.get("loaded").asInt()).isEqualTo(1);
        assertThat(checked.get("rejected").asInt()).isEqualTo(5);
        assertThat(checked.get("amount").asText()).isEqualTo("268.00");
        JsonNode rows = Loads.rejected(checked);
        assertThat(rows.findValuesAsText("row")).containsExactly("3", "4", "5", "6", "7");
        assertThat(rows.findValuesAsText("code")).containsExactly("TB-04", "TB-08", "TB-05", "TB-06", "TB-11");
        assertThat(rows.get(0).get("column").asText()).isEqualTo("数量");
        assertThat(rows.get(0).get("value").asText()).isEqualTo("x");
        assertThat(booked()).isEqualTo("0.00 0");
        String csv = OfficeClient.as("office")
                .get("/api/tabular/loads/" + checked.get("id").asLong() + "/rejected.csv")
                .body();
        assertThat(csv.lines()).hasSize(6);
        assertThat(csv).contains("不是有效的数字", "Not a decimal number");
    }

    @Test
    void theSameFileTwiceChangesNothingAndSaysSo() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        String file = CHARGES
                + charge(1, "2,268.00,536.00,2026-11-20 09:00:00,0,")
                + charge(2, "-1,268.00,-268.00,2026-11-20 10:00:00,1," + run + "-1");
        JsonNode first = Loads.loaded("his/charges", file);
        assertThat(first.get("loaded").asInt()).isEqualTo(2);
        assertThat(booked()).isEqualTo("268.00 2");

        JsonNode again = Loads.loaded("his/charges", file);

        assertThat(again.get("repeated").asInt()).isEqualTo(2);
        assertThat(again.get("loaded").asInt()).isZero();
        assertThat(booked()).isEqualTo("268.00 2");
    }

    @Test
    void aChangedRowUnderTheSameKeyIsRejectedWithItsReason() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        Loads.loaded("his/charges", CHARGES + charge(1, "1,268.00,268.00,2026-11-20 09:00:00,0,"));

        JsonNode changed = Loads.loaded("his/charges", CHARGES + charge(1, "2,268.00,536.00,2026-11-20 09:00:00,0,"));

        assertThat(changed.get("rejected").asInt()).isEqualTo(1);
        assertThat(Loads.rejected(changed).findValuesAsText("code")).containsExactly("TB-12");
        assertThat(booked()).isEqualTo("268.00 1");
    }

    @Test
    void leavesAndDaysOfSupplyReachTheAudit() throws Exception {
        String leaves = "住院号,离院时间,返院时间\n" + visit + ",2026-11-20 20:00:00,";
        assertThat(Loads.loaded("his/leaves", leaves + "\n").get("waiting").asInt())
                .isEqualTo(1);
        Loads.loaded("his/visits", visits(visit));
        assertThat(onLeave()).containsExactly("2026-11-20 20:00:00|null");
        Loads.loaded("his/leaves", leaves + "2026-11-21 08:00:00\n");
        assertThat(onLeave()).containsExactly("2026-11-20 20:00:00|2026-11-21 08:00:00");

        Loads.loaded(
                "his/charges",
                CHARGES.strip() + ",用药天数,慢性病用药标志,出院带药标志\n"
                        + charge(1, "1,268.00,268.00,2026-11-20 22:00:00,0,,,,").strip() + "\n"
                        + charge(2, "1,268.00,268.00,2026-11-20 09:00:00,0,,14,否,是")
                                .strip() + "\n");
        assertThat(OfficeDatabase.rows(
                        "select l.supply_days, l.chronic, l.take_home from charge_line l join visit v on v.id = l.visit_id"
                                + " where v.number = ? order by l.transaction_id",
                        visit))
                .containsExactly("null|f|f", "14.00|f|t");
        assertThat(OfficeDatabase.rows(
                        "select f.rule from audit_finding f join visit v on v.id = f.visit_id where v.number = ?"
                                + " and f.rule = 'ON_LEAVE'",
                        visit))
                .containsExactly("ON_LEAVE");
    }

    private List<String> onLeave() throws Exception {
        return OfficeDatabase.rows(
                "select l.from_time, l.to_time from visit_leave l join visit v on v.id = l.visit_id"
                        + " where v.number = ? and not l.cancelled",
                visit);
    }

    @Test
    void chargesOfAnUnknownVisitWaitForItsAdmissionByFile() throws Exception {
        JsonNode early = Loads.loaded(
                "his/charges",
                CHARGES
                        + charge(1, "1,268.00,268.00,2026-11-20 09:00:00,0,")
                        + charge(2, "-1,268.00,-268.00,2026-11-20 10:00:00,1," + run + "-1")
                        + charge(3, "3,268.00,804.00,2026-11-20 11:00:00,0,"));
        assertThat(early.get("waiting").asInt()).isEqualTo(3);

        Loads.loaded("his/visits", visits(visit));

        assertThat(booked()).isEqualTo("804.00 3");
    }

    @Test
    void chargesOfAnUnknownVisitWaitForItsAdmissionByMessageToo() throws Exception {
        HisStay stay = new HisStay(Person.employee());
        Loads.loaded(
                "his/charges",
                CHARGES + run + "-1," + stay.visit() + ",CT0001,胸部CT平扫,1,268.00,268.00,2026-11-20 09:00:00,0,\n");

        HisLine.send(stay.admit());

        assertThat(OfficeDatabase.value("select charges from visit where number = ?", stay.visit()))
                .isEqualTo("268.00");
    }

    @Test
    void rowsOfOneKeyAreAddedUpAndWhatComesLaterIsPostedAsTheDifference() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        String header = "住院号,项目代码,项目名称,数量,金额,费用发生时间\n";
        String row = visit + ",CT0001,胸部CT平扫,%s,2026-11-20 09:00:00\n";
        Loads.loaded("his/fee-summed", header + row.formatted("2,536.00") + row.formatted("-1,-268.00"));
        assertThat(booked()).isEqualTo("268.00 1");

        Loads.loaded(
                "his/fee-summed",
                header + row.formatted("2,536.00") + row.formatted("-1,-268.00") + row.formatted("3,804.00"));
        assertThat(booked()).isEqualTo("1072.00 2");

        JsonNode shrunk = Loads.loaded("his/fee-summed", header + row.formatted("2,536.00"));
        assertThat(Loads.rejected(shrunk).findValuesAsText("code")).containsExactly("TB-13");
        assertThat(booked()).isEqualTo("1072.00 2");
    }

    @Test
    void gb18030AndRenamedColumnsAreRead() throws Exception {
        byte[] file = visits(visit).replace("住院号", "就诊流水号").getBytes(Charset.forName("GB18030"));

        assertThat(Loads.loaded("his/visits", file).get("loaded").asInt()).isEqualTo(1);
        assertThat(OfficeDatabase.value(
                        "select p.name from visit v join patient p on p.id = v.patient_id where v.number = ?", visit))
                .isEqualTo("测试");
    }

    @Test
    void anExcelFileIsReadWithItsDatesAndFigures() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("费用");
            String[] header = CHARGES.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, run + "-1");
            sheet.value(1, 1, visit);
            sheet.value(1, 2, "CT0001");
            sheet.value(1, 4, 3);
            sheet.value(1, 5, 0.1);
            sheet.value(1, 6, 0.1 + 0.2);
            sheet.value(1, 7, java.time.LocalDateTime.of(2026, 11, 20, 9, 30));
            sheet.style(1, 7).format("yyyy-mm-dd hh:mm").set();
        }
        JsonNode load = Loads.loaded("his/charges", bytes.toByteArray());

        assertThat(load.get("loaded").asInt())
                .as(Loads.rejected(load).toString())
                .isEqualTo(1);
        assertThat(OfficeDatabase.value(
                        "select l.amount || ' ' || l.service_time from charge_line l join visit v on v.id = l.visit_id where v.number = ?",
                        visit))
                .isEqualTo("0.30 2026-11-20 09:30:00");
    }

    @Test
    void missingAndUnknownColumnsAreReportedUpFront() throws Exception {
        JsonNode missing = Loads.checked("his/charges", "住院号,数量,新列\n1,2,3\n");
        assertThat(missing.get("state").asText()).isEqualTo("FAILED");
        assertThat(missing.get("chinese").asText()).contains("缺少列", "金额");
        JsonNode unknown = Loads.checked("his/visits", visits(visit).replace("性别", "性别新"));
        assertThat(unknown.get("unknown_columns").asText()).isEqualTo("性别新");
    }

    @Test
    void aLoadThatWasCutOffIsTakenUpAgainAndDoublesNothing() throws Exception {
        Loads.loaded("his/visits", visits(visit));
        StringBuilder file = new StringBuilder(CHARGES);
        for (int i = 1; i <= 5000; i++) {
            file.append(charge(i, "1,1.00,1.00,2026-11-20 09:00:00,0,"));
        }
        JsonNode checked = Loads.checked("his/charges", file.toString());
        long id = checked.get("id").asLong();
        Loads.start(id);
        Loads.await(id, load -> load.get("loaded").asInt() > 0);
        // as a server leaves it that was killed: in the middle of a batch, with a lease that ends
        OfficeDatabase.execute(
                "update tabular_load set lease_by = 'dead', lease_until = now() - interval '1 second' where id = ?",
                id);

        JsonNode done = Loads.await(id, "DONE", "FAILED");

        assertThat(done.get("loaded").asInt()).isEqualTo(5000);
        assertThat(done.get("rejected").asInt()).isZero();
        assertThat(done.get("repeated").asInt()).isZero();
        assertThat(booked()).isEqualTo("5000.00 5000");
    }

    @Test
    void aFileOfTenThousandRowsLoadsWhole() throws Exception {
        String[] numbers =
                IntStream.range(0, 100).mapToObj(i -> visit + "-" + i).toArray(String[]::new);
        Loads.loaded("his/visits", visits(numbers));
        StringBuilder file = new StringBuilder(CHARGES);
        for (int i = 0; i < 10_000; i++) {
            file.append(run + "-" + i + "," + numbers[i / 100] + ",CT0001,胸部CT平扫,1,1.00,1.00,2026-11-20 09:00:00,0,\n");
        }

        JsonNode checked = Loads.checked("his/charges", file.toString());

        assertThat(Loads.load(checked).get("amount").asText()).isEqualTo("10000.00");
    }

    @Test
    void aFileIsRemovedAfterItsTimeAndItsLoadStays() throws Exception {
        JsonNode load = Loads.checked("his/visits", visits(visit));
        JsonNode young = Loads.checked("his/visits", visits(visit));
        long id = load.get("id").asLong();
        OfficeDatabase.execute("update tabular_load set finished_at = now() - interval '31 days' where id = ?", id);

        JsonNode gone =
                Loads.await(id, later -> !later.path("file_gone_at").asText("").isEmpty());

        assertThat(gone.get("state").asText()).isEqualTo("CHECKED");
        assertThat(OfficeDatabase.value("select count(*) from tabular_part where load_id = ?", id))
                .isEqualTo("0");
        assertThat(OfficeDatabase.value(
                        "select count(*) from tabular_part where load_id = ?",
                        young.get("id").asLong()))
                .isEqualTo("1");
        assertThat(OfficeClient.as("office")
                        .post("/api/tabular/loads/" + id + "/start", "")
                        .status())
                .isNotEqualTo(200);
    }

    @Test
    void onlyTheOfficeMayLoadFiles() throws Exception {
        assertThat(OfficeClient.as("billing").get("/api/tabular/loads").status())
                .isEqualTo(403);
        assertThat(OfficeClient.asNobody().get("/api/tabular/loads").status()).isEqualTo(401);
        assertThat(OfficeClient.as("office")
                        .upload("/api/tabular/loads?map=none/such", new byte[] {1})
                        .status())
                .isEqualTo(400);
    }
}
