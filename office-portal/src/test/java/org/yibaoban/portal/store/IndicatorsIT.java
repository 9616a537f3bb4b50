package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.Ft1.credit;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The indicators in the database: kept up as things happen, they are what the ledger and the visits say. */
class IndicatorsIT extends ServerTest {

    private static final String[][] PLACES = {
        {"0301", "W0301A"}, {"0302", "W0302B"}, {"0304", "W0304A"}, {"0304", "W0304B"}
    };
    private static final String[] ITEMS = {"NUR000", "GLV001", "CT0001", "OWN001", "BED001"};
    private static final int STEPS = 120;

    private final OfficeClient clerk = OfficeClient.as("billing");

    /** A stay with what was charged on it and is not taken back. */
    private static final class Played {
        private final HisStay stay;
        private final Map<String, String> charges = new HashMap<>();
        private boolean open = true;
        private boolean discharged;

        private Played(HisStay stay) {
            this.stay = stay;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterARandomDayTheSumsKeptUpAreTheSumsMadeAnew(long seed) throws Exception {
        Random random = new Random(seed);
        List<Played> stays = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            step(random, stays, step);
        }
        settleAndReverse(random);
        for (Played played : stays) {
            clerk.awaitVisit(
                    played.stay.visit(),
                    state -> !OfficeClient.membership(state).equals("PENDING"));
        }
        Sums.fold();
        assertSumsAreThoseOfTheVisits();
        List<String> keptUp = Sums.all();

        Answer rebuilt = Sums.rebuild();

        assertThat(rebuilt.status()).as(rebuilt.body()).isEqualTo(200);
        assertThat(Sums.all()).as("seed " + seed).isEqualTo(keptUp).isNotEmpty();
        Sums.fold();
        assertThat(Sums.all()).isEqualTo(keptUp);
    }

    private static void step(Random random, List<Played> stays, int step) throws Exception {
        int what = random.nextInt(20);
        if (stays.size() < 4 || what < 3) {
            stays.add(opened(random));
            return;
        }
        Played played = stays.get(random.nextInt(stays.size()));
        HisStay stay = played.stay;
        if (what < 10) {
            String id = stay.id("S" + step);
            String item = ITEMS[random.nextInt(ITEMS.length)];
            if (HisLine.send(stay.charges(charge(id, item, "2", "10.00")))
                            .code()
                            .equals("AA")
                    && played.open) {
                played.charges.put(id, item);
            }
        } else if (what < 13 && !played.charges.isEmpty()) {
            String id = played.charges.keySet().stream().sorted().findFirst().orElseThrow();
            String quantity = random.nextBoolean() ? "1" : "2";
            accepted(stay.charges(credit(id + "R", id, played.charges.remove(id), quantity, "10.00")));
        } else if (what < 15) {
            String[] place = PLACES[random.nextInt(PLACES.length)];
            HisLine.send(
                    stay.in(place[0], place[1], "0" + (1 + random.nextInt(9))).transfer());
        } else if (what < 17) {
            String group = random.nextBoolean() ? "DRG|RE29\r" : "";
            played.discharged |= HisLine.send(stay.discharge() + group).code().equals("AA");
        } else if (what == 17 && played.discharged) {
            played.discharged &= !HisLine.send(stay.cancelDischarge()).code().equals("AA");
        } else if (what == 18 && random.nextBoolean()) {
            String[] groups = {"FR29", "RE29", "NO-WEIGHT"};
            String[] diagnoses = {"I50.900", "J18.900", "Z00.000"};
            // refused where the admission was cancelled
            HisLine.send(stay.message(
                    "ADT^A08^ADT_A01",
                    random.nextBoolean()
                            ? "DRG|" + groups[random.nextInt(groups.length)]
                            : "DG1|1||" + diagnoses[random.nextInt(diagnoses.length)] + "^^I10|||A"));
        } else if (what == 18) {
            played.open &= !HisLine.send(stay.cancelAdmission()).code().equals("AA");
        } else {
            HisStay other = stays.get(random.nextInt(stays.size())).stay;
            HisLine.send(stay.message("ADT^A40^ADT_A39", "MRG|" + other.patientNumber() + "^^^HIS^MR"));
        }
    }

    /** Inpatient three times out of four; the same strangers come back under new numbers. */
    private static Played opened(Random random) throws Exception {
        String[] place = PLACES[random.nextInt(PLACES.length)];
        HisStay stay =
                new HisStay(random.nextBoolean() ? Person.stranger() : Person.employee()).in(place[0], place[1], "01");
        Ack ack = HisLine.send(
                random.nextInt(4) > 0
                        ? stay.admit()
                        : stay.message("ADT^A04^ADT_A01").replace("PV1|1|I|", "PV1|1|O|"));
        assertThat(ack.code()).isEqualTo("AA");
        return new Played(stay);
    }

    /** Each of these is grouped by the payer (I20 is FR29, weight 0.69); the HIS's word no longer counts then. */
    private static void settleAndReverse(Random random) throws Exception {
        HisStay settled = SettledStay.of(Person.employee());
        HisStay reversed = SettledStay.of(Person.employee());
        SettledStay.reverse(reversed);
        if (random.nextBoolean()) {
            accepted(settled.cancelDischarge());
        }
    }

    /** Counted out once more, by statements that share nothing with the sums. */
    private static void assertSumsAreThoseOfTheVisits() throws SQLException, IOException {
        String year = "'" + HisStay.now().toLocalDate().withDayOfYear(1) + "'";
        assertThat(OfficeDatabase.value(
                        "select charges, outpatient_charges, large_equipment, lines, admissions, stays, stay_charges, bed_days,"
                                + " readmissions, outpatient_visits, outpatient_persons, settled_stays + below_deductible_stays,"
                                + " settled_charges, patient_borne, grouped_stays, weights, cost_ratios, time_ratios from indicator_tally"
                                + " where scope = 'HOSPITAL' and grain = 'YEAR' and start = " + year))
                .isEqualTo(
                        OfficeDatabase.value(
                                "with v as (select *, admitted_at::date as begun, case status when"
                                        + " 'DISCHARGED' then discharged_at::date end as ended from visit where status in ('ADMITTED',"
                                        + " 'DISCHARGED')), l as (select c.*, w.type from charge_line c join visit w on w.id = c.visit_id"
                                        + " where service_time >= " + year + "::date and service_time < " + year
                                        + "::date + interval '1 year'),"
                                        + " s as (select * from v where type = 'INPATIENT' and ended >= " + year + "),"
                                        + " w (code, weight, cost, days) as (values " + weights() + "),"
                                        + " g as (select s.*, w.weight, w.cost, w.days from s join membership m on m.visit_id = s.id and m.insurance_type = 'EMPLOYEE'"
                                        + " and m.standing = 'ACTIVE' left join visit_diagnosis d on d.visit_id = s.id and d.rank = 0"
                                        + " join w on w.code = coalesce(s.case_group, case left(d.code, 3) when 'I20' then 'FR29' when 'I50' then 'FT29' when 'J18' then 'ES29' end)"
                                        + " where s.department <> '5000' and ended - begun <= 59),"
                                        // the parts of a stay count together, with the last one
                                        + " k as (select c.* from s join claim c on c.visit_id = s.id where c.state in ('SETTLED', 'REVERSING')"
                                        + " and c.settled_at is not null and (c.part is null or s.claim_state = 'SETTLED'))"
                                        + " select (select sum(amount) from l),"
                                        + " (select coalesce(sum(amount), 0.00) from l where type = 'OUTPATIENT'),"
                                        + " (select coalesce(sum(amount), 0.00) from l where item_code in ('CT0001', 'MRI001')),"
                                        + " (select count(*) from l),"
                                        + " (select count(*) from v where type = 'INPATIENT' and begun >= " + year
                                        + "),"
                                        + " (select count(*) from s), (select sum(charges) from s),"
                                        + " (select sum(greatest(1, ended - begun)) from s),"
                                        + " (select count(*) from s where exists (select 1 from v e where e.type = 'INPATIENT' and e.patient_id = s.patient_id"
                                        + " and e.id <> s.id and e.ended between s.begun - 14 and s.begun"
                                        + " and (e.begun, e.id) < (s.begun, s.id))),"
                                        + " (select count(*) from v where type = 'OUTPATIENT' and begun >= " + year
                                        + "),"
                                        + " (select count(distinct patient_id) from v where type = 'OUTPATIENT' and begun >= "
                                        + year
                                        + "),"
                                        + " (select count(distinct visit_id) from k),"
                                        + " (select coalesce(sum(a.amount), 0.00) from k"
                                        + " join claim_answer a on a.claim_id = k.id and a.field = 'TOTAL'),"
                                        + " (select coalesce(sum(a.amount), 0.00) from k"
                                        + " join claim_answer a on a.claim_id = k.id and a.field = 'PERSONAL'),"
                                        + " (select count(*) from g), (select coalesce(sum(weight), 0)::numeric(18,6) from g),"
                                        + " (select coalesce(sum(round(charges / cost, 6)), 0)::numeric(18,6) from g),"
                                        + " (select coalesce(sum(round(greatest(1, ended - begun) / days, 6)), 0)::numeric(18,6) from g)"));
    }

    /** Of the groups that are played, as the demonstration's table has them. */
    private static String weights() throws IOException {
        try (Stream<String> table = Files.lines(Path.of("..", "config", "payment", "hecheng-drg-weights-2026.csv"))) {
            return table.map(row -> row.split(","))
                    .filter(row -> Set.of("FR29", "RE29", "FT29", "ES29").contains(row[0]))
                    .map(row -> "('" + row[0] + "', " + row[2] + ", " + row[3] + ", " + row[4] + ")")
                    .collect(Collectors.joining(", "));
        }
    }

    @Test
    void theGroupThatThePayerToldGoesBeforeTheHissAndItsStayHasCmiAndIndices() throws Exception {
        HisStay stay = new HisStay(Person.employee()).in("0307", "W0307Z", "01");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        accepted(stay.message("ADT^A08^ADT_A01", "DRG|RE29"));
        accepted(stay.discharge());
        clerk.awaitVisit(stay.visit(), state -> !OfficeClient.membership(state).equals("PENDING"));
        assertThat(tallied("ward", "W0307Z").figure("cmi")).isEqualTo("1.24");

        SettledStay.settle(stay);
        assertThat(tallied("ward", "W0307Z").figure("cmi")).isEqualTo("0.69");
        accepted(stay.message("ADT^A08^ADT_A01", "DRG|RE29"));

        Tallied after = tallied("ward", "W0307Z");
        assertThat(after.figure("cmi")).isEqualTo("0.69");
        // 2,400.00 against 5,623.50, one day against 5.9
        assertThat(after.figure("cost_index")).isEqualTo("0.43");
        assertThat(after.figure("time_index")).isEqualTo("0.17");
    }

    @Test
    void aTransferTakesAnOpenStaysChargesToTheOtherWardAndLeavesThemWithWhoOrdered() throws Exception {
        HisStay stay = new HisStay(Person.stranger()).in("0500", "W0500A", "01");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));
        Tallied before = tallied("department", "0500");
        accepted(stay.in("0700", "W0700A", "02").transfer());

        assertThat(tallied("department", "0500").sum("charges")).isEqualTo(before.sum("charges"));
        assertThat(tallied("department", "0500").sum("admissions")).isEqualTo(before.sum("admissions") - 1);
        assertThat(tallied("ward", "W0500A").sum("charges")).isZero();
        assertThat(tallied("ward", "W0700A").sum("charges")).isEqualTo(120);
    }

    @Test
    void aPersonWhoComesTwiceIsOneAndAMergeMakesTwoPersonsOne() throws Exception {
        Tallied before = tallied("hospital", "");
        HisStay first = outpatient();
        HisStay second = outpatient();
        assertThat(tallied("hospital", "").sum("outpatient_persons")).isEqualTo(before.sum("outpatient_persons") + 2);

        accepted(first.message("ADT^A40^ADT_A39", "MRG|" + second.patientNumber() + "^^^HIS^MR"));

        Tallied merged = tallied("hospital", "");
        assertThat(merged.sum("outpatient_persons")).isEqualTo(before.sum("outpatient_persons") + 1);
        assertThat(merged.sum("outpatient_visits")).isEqualTo(before.sum("outpatient_visits") + 2);
    }

    @Test
    void aLargeExaminationThatIsTakenBackInTheSameMessageLeavesNothing() throws Exception {
        HisStay stay = new HisStay(Person.stranger()).in("1900", "W1900A", "01");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "CT0001", "1", "268.00")));
        Tallied one = tallied("department", "1900");
        assertThat(one.sum("large_equipment")).isEqualTo(268);

        accepted(stay.charges(
                charge(stay.id("2"), "CT0001", "1", "268.00"),
                credit(stay.id("3"), stay.id("2"), "CT0001", "1", "268.00")));

        assertThat(tallied("department", "1900").sum("large_equipment")).isEqualTo(268);
        assertThat(tallied("department", "1900").sum("lines")).isEqualTo(one.sum("lines") + 2);
    }

    @Test
    void theSumsAreForTheOfficeAlone() throws Exception {
        String path = "/api/indicators?day=" + LocalDate.of(2026, 11, 1);

        assertThat(OfficeClient.asNobody().get(path).status()).isEqualTo(401);
        assertThat(clerk.get(path).status()).isEqualTo(403);
        assertThat(clerk.post("/api/indicators/rebuild", "").status()).isEqualTo(403);
        assertThat(OfficeClient.as("office").get("/api/indicators?day=soon").status())
                .isEqualTo(400);
        assertThat(OfficeClient.as("office").get(path + "&by=town").status()).isEqualTo(400);
    }

    private static HisStay outpatient() throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        accepted(stay.message("ADT^A04^ADT_A01").replace("PV1|1|I|", "PV1|1|O|"));
        return stay;
    }

    private record Tallied(JsonNode row) {
        String figure(String indicator) {
            return row.path("now").path("figures").path(indicator).asText();
        }

        long sum(String measure) {
            return row.path("now").path("sums").path(measure).asLong();
        }
    }

    private static Tallied tallied(String by, String code) throws Exception {
        Answer answer = OfficeClient.as("office")
                .get("/api/indicators?grain=year&by=" + by + "&day="
                        + HisStay.now().toLocalDate());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        for (JsonNode row : answer.json().path("rows")) {
            if (row.path("code").asText().equals(code)) {
                return new Tallied(row);
            }
        }
        return new Tallied(answer.json().path("none"));
    }
}
