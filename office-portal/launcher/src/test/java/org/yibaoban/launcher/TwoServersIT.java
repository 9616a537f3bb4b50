package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers over one database poll the same views and are given the same file: no row is loaded twice. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class TwoServersIT {

    private static final int VISITS = 10;
    private static final int ROWS = 1_500;
    private static final int POLLED = 200;
    private static final int GLANCE_MILLIS = 50;
    private static final int GLANCES = 4_000;

    private static final String POLLED_LINES =
            "select count(*) from charge_line l join visit v on v.id = l.visit_id where v.number = 'ZV'";

    @TempDir
    Path folder;

    private Instances instances;

    @AfterEach
    void stop() throws InterruptedException {
        if (instances != null) {
            instances.close();
        }
    }

    @Test
    void twoServersOnOneDatabaseLoadEveryRowOnce() throws Exception {
        instances = new Instances(folder);
        int httpOne = Ports.anyFree();
        int httpOther = Ports.anyFree();
        polling("one", httpOne);
        // its tables come after those of the office, whose schema must be empty at first
        aHisWithViews();
        polling("other", httpOther);

        theSameFileIsGivenToBoth(new OfficeFiles(httpOne), new OfficeFiles(httpOther));
        bothPollTheSameView();

        assertThat(count("select count(*) from charge_line")).isEqualTo(ROWS + POLLED);
        assertThat(count("select count(distinct (visit_id, transaction_id)) from charge_line"))
                .isEqualTo(ROWS + POLLED);
        assertThat(count("select sum(charges)::bigint from visit")).isEqualTo(ROWS + POLLED);
        assertThat(count("select count(*) from visit")).isEqualTo(VISITS + 1);
    }

    private void theSameFileIsGivenToBoth(OfficeFiles first, OfficeFiles second) throws Exception {
        first.await(first.start("his/visits", OfficeFiles.visits("ZW", VISITS)), "DONE");
        String csv = OfficeFiles.charges("ZW", VISITS, ROWS);

        long load = first.start("his/charges", csv);
        long again = second.start("his/charges", csv);
        while (count("select count(*) from tabular_load where id in (" + load + ", " + again + ") and state = 'DONE'")
                < 2) {
            assertThat(count("select count(*) from tabular_load where table_id = 'his/charges'"
                            + " and state in ('CHECKING', 'LOADING') and lease_until > now()"))
                    .as("loads of one table at the same time")
                    .isLessThanOrEqualTo(1);
            Thread.sleep(GLANCE_MILLIS);
        }

        assertThat(count("select sum(loaded) from tabular_load where id in (" + load + ", " + again + ")"))
                .isEqualTo(ROWS);
        assertThat(count("select sum(repeated) from tabular_load where id in (" + load + ", " + again + ")"))
                .isEqualTo(ROWS);
        assertThat(count("select count(*) from charge_line")).isEqualTo(ROWS);
    }

    private void bothPollTheSameView() throws Exception {
        Set<String> pollers = new HashSet<>();
        for (int i = 0; i < GLANCES && (i < POLLED || pollers.size() < 2); i++) {
            if (i < POLLED) {
                Query.execute(
                        instances.databaseUrl(),
                        "insert into his_fee values ('zf" + i + "', 'ZV', 'CT0001', '胸部CT平扫', 1, 1, 1,"
                                + " timestamp '2026-11-20 09:00', '0', '', now() at time zone 'Asia/Shanghai')");
            }
            pollers.add(Query.text(
                    instances.databaseUrl(), "select lease_by from tabular_view where table_id = 'his/fee-view'"));
            pollers.remove("");
            Thread.sleep(GLANCE_MILLIS);
        }
        assertThat(pollers).as("workers that polled").hasSize(2);
        for (int i = 0; i < GLANCES && count(POLLED_LINES) < POLLED; i++) {
            Thread.sleep(GLANCE_MILLIS);
        }
        assertThat(count(POLLED_LINES)).isEqualTo(POLLED);
    }

    private void aHisWithViews() throws Exception {
        Query.execute(
                instances.databaseUrl(),
                "create table his_visit (visit_no text, patient_no text, name text, sex text, admitted_at timestamp,"
                        + " dept_code text, ward_code text, entered_at timestamp)",
                "create table his_fee (fee_no text, visit_no text, item_code text, item_name text, quantity numeric,"
                        + " unit_price numeric, amount numeric, charged_at timestamp, refund_flag text,"
                        + " reversed_no text, entered_at timestamp)",
                "create view v_yb_visits as select * from his_visit",
                "create view v_yb_charges as select * from his_fee",
                "insert into his_visit values ('ZV', 'PZV', '测试', '男', timestamp '2026-11-20 08:00', '0304', 'W0304A',"
                        + " now() at time zone 'Asia/Shanghai')");
    }

    private void polling(String name, int httpPort) throws Exception {
        instances.start(
                name,
                httpPort,
                Map.of("YIBAOBAN_HIS_DB_URL", instances.databaseUrl(), "YIBAOBAN_HIS_DB_POLL_SECONDS", "1"));
    }

    private long count(String sql) throws Exception {
        return instances.count(sql);
    }
}
