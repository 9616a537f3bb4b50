package org.yibaoban.portal.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** The views of a HIS's database are polled: rows that come late, in any order, end in the same books. */
class PolledViewIT extends ServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final OfficeClient officer = OfficeClient.as("office");
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aHis() throws Exception {
        OfficeDatabase.execute("create table his_visit (visit_no text, patient_no text, name text, sex text,"
                + " admitted_at timestamp, dept_code text, ward_code text, entered_at timestamp)");
        OfficeDatabase.execute("create table his_fee (fee_no text, visit_no text, item_code text, item_name text,"
                + " quantity numeric, unit_price numeric, amount numeric, charged_at timestamp, refund_flag text,"
                + " reversed_no text, entered_at timestamp)");
        OfficeDatabase.execute("create view v_yb_visits as select * from his_visit");
        OfficeDatabase.execute("create view v_yb_charges as select * from his_fee");
    }

    @AfterEach
    void noHis() throws Exception {
        OfficeDatabase.execute("drop table his_visit cascade");
        OfficeDatabase.execute("drop table his_fee cascade");
    }

    @Test
    void lateRowsInsideTheLookBackAreFoundWhateverTheirOrder() throws Exception {
        Random random = new Random(20261122);
        LocalDateTime now = LocalDateTime.parse(OfficeDatabase.value(
                "select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS')"));
        List<Object[]> rows = new ArrayList<>();
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 300; i++) {
            int quantity = 1 + random.nextInt(5);
            BigDecimal price = BigDecimal.valueOf(1 + random.nextInt(9999), 2);
            BigDecimal amount = price.multiply(BigDecimal.valueOf(quantity));
            LocalDateTime entered = now.minusMinutes(random.nextInt(100));
            String visit = run + "-" + i % 7;
            rows.add(fee(i, visit, quantity, price, amount, "", entered));
            expected = expected.add(amount);
            if (i % 10 == 0) {
                rows.add(fee(100000 + i, visit, -quantity, price, amount.negate(), run + "-f" + i, entered));
                expected = expected.subtract(amount);
            }
        }
        for (int v = 0; v < 7; v++) {
            rows.add(new Object[] {
                "insert into his_visit values (?, ?, '测试', '男', ?, '0304', 'W0304A', ?)",
                run + "-" + v,
                "P" + run + v,
                now.minusHours(2),
                now.minusMinutes(random.nextInt(100))
            });
        }
        Collections.shuffle(rows, random);
        for (int from = 0; from < rows.size(); from += 60) {
            for (Object[] row : rows.subList(from, Math.min(from + 60, rows.size()))) {
                OfficeDatabase.execute((String) row[0], java.util.Arrays.copyOfRange(row, 1, row.length));
            }
            Thread.sleep(random.nextInt(3000)); // polls fall anywhere between
        }

        await(
                "select coalesce(sum(charges), 0) || ' ' || coalesce(sum(line_count), 0) from visit where starts_with(number, '"
                        + run + "')",
                expected.setScale(2) + " 330");
        Thread.sleep(5000); // and stay so when the look-back shows every row again
        assertThat(OfficeDatabase.value("select sum(charges) from visit where starts_with(number, ?)", run))
                .isEqualTo(expected.setScale(2).toPlainString());
        assertThat(OfficeDatabase.value(
                        "select count(*) from raw_message where channel = 'view' and verdict not in ('APPLIED') and visit_number like ?",
                        run + "%"))
                .isEqualTo("0");
    }

    @Test
    void aWrongRowIsShownOnceAndHoldsNothingUp() throws Exception {
        LocalDateTime now = LocalDateTime.parse(OfficeDatabase.value(
                "select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS')"));
        OfficeDatabase.execute(
                "insert into his_visit values (?, ?, '测试', '男', ?, '0304', 'W0304A', ?)",
                run + "-0",
                "P" + run,
                now.minusHours(2),
                now.minusMinutes(9));
        run(fee(1, run + "-0", 1, new BigDecimal("2.00"), new BigDecimal("9.00"), "", now.minusMinutes(3)));
        run(fee(2, run + "-0", 1, new BigDecimal("2.00"), new BigDecimal("2.00"), "", now.minusMinutes(2)));

        await("select charges || '' from visit where number = '" + run + "-0'", "2.00");
        Thread.sleep(5000);
        assertThat(OfficeDatabase.rows("select r.code from tabular_reject r join tabular_load l on l.id = r.load_id"
                        + " where l.channel = 'VIEW' and l.table_id = 'his/fee-view' and r.code = 'TB-08'"))
                .hasSize(1);
    }

    @Test
    void aStoppedViewIsNotPolledAndAFailureIsShownWithAnIncident() throws Exception {
        officer.post("/api/tabular/views/his/fee-view/stop", "");
        try {
            OfficeDatabase.execute("drop view v_yb_visits");
            await(
                    "select (failure <> '' and incident_id <> '') || '' from tabular_view where table_id = 'his/visits'",
                    "true");
            String before = OfficeDatabase.value("select polled_at from tabular_view where table_id = 'his/fee-view'");
            Thread.sleep(5000);
            assertThat(OfficeDatabase.value("select polled_at from tabular_view where table_id = 'his/fee-view'"))
                    .isEqualTo(before);
        } finally {
            officer.post("/api/tabular/views/his/fee-view/go", "");
        }
    }

    private Object[] fee(
            int number,
            String visit,
            int quantity,
            BigDecimal price,
            BigDecimal amount,
            String back,
            LocalDateTime at) {
        return new Object[] {
            "insert into his_fee values (?, ?, 'CT0001', '胸部CT平扫', ?, ?, ?, ?, ?, ?, ?)",
            run + "-f" + number,
            visit,
            BigDecimal.valueOf(quantity),
            price,
            amount,
            at,
            back.isEmpty() ? "0" : "1",
            back,
            at
        };
    }

    private static void run(Object[] row) throws Exception {
        OfficeDatabase.execute((String) row[0], java.util.Arrays.copyOfRange(row, 1, row.length));
    }

    private static void await(String sql, String wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> found = OfficeDatabase.rows(sql);
        while (!found.equals(List.of(wanted))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("wanted " + wanted + ", still " + found);
            }
            Thread.sleep(500);
            found = OfficeDatabase.rows(sql);
        }
    }
}
