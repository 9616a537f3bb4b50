package org.yibaoban.launcher.orderbench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills the office's database in bulk: open stays of a fixed number and length, and as much of a past as is wanted. The
 * lines of open stays lie among each other as they came, a round a time; those of the past lie by stay.
 */
final class BenchHospital {

    /** Open stays, whatever the past: a hospital of this many beds. */
    static final int OPEN = 500;

    private static final int LINES_A_STAY = 200;
    private static final long FIRST_ID = 1_000_000_000L;

    private final String url;

    BenchHospital(String url) {
        this.url = url;
    }

    static String visit(int number) {
        return "B" + number;
    }

    /** Stays and lines until there are this many lines in all. */
    void grow(long lines) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // the rows are made to agree: what is measured is reading
            statement.execute("set session_replication_role = replica");
            long have = count(statement, "charge_line");
            if (have == 0) {
                statement.execute("insert into raw_message (id, received_at, channel, sender, control_id, type, sha256,"
                        + " content, verdict) values (" + FIRST_ID + ", now(), 'BENCH', 'BENCH', '1', 'BENCH', '', '',"
                        + " 'APPLIED')");
                stays(statement, 1, OPEN, "ADMITTED");
                lines(statement, 1, (long) OPEN * LINES_A_STAY, "(g - 1) % " + OPEN + " + 1");
                statement.execute("insert into indicator_tally (scope, code, grain, start, charges, self_paid, drugs,"
                        + " consumables, lines) values ('DEPARTMENT', '0304', 'MONTH', date_trunc('month', now()),"
                        + " 1000000, 100000, 300000, 100000, 100000) on conflict do nothing");
                have = (long) OPEN * LINES_A_STAY;
                audit(statement);
            }
            if (lines > have) {
                stays(statement, have / LINES_A_STAY + 1, lines / LINES_A_STAY, "DISCHARGED");
                lines(statement, have + 1, lines, "(g - 1) / " + LINES_A_STAY + " + 1");
            }
        }
        vacuum();
    }

    /** The office looks at each open stay, as it has when the charges came over the wire: an order is held against its sums. */
    private static void audit(Statement statement) throws SQLException {
        statement.execute("insert into audit_due (visit_id) select id from visit where status = 'ADMITTED'");
        while (count(statement, "audit_due") > 0) {
            try {
                Thread.sleep(500);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void stays(Statement statement, long from, long to, String status) throws SQLException {
        String numbers = " from generate_series(" + from + ", " + to + ") g";
        statement.execute("insert into patient (id, number, name, sex, birth_date) select " + FIRST_ID
                + " + g, 'BP' || g, '患者' || g, case when g % 2 = 0 then 'MALE' else 'FEMALE' end, date '1970-01-01'"
                + numbers);
        statement.execute("insert into visit (id, number, patient_id, type, status, department, ward, bed, doctor,"
                + " admitted_at, discharged_at, identity_fault, membership_state, claim_state, charges, line_count)"
                + " select " + FIRST_ID + " + g, 'B' || g, " + FIRST_ID + " + g, 'INPATIENT', '" + status
                + "', '0304', 'W0304A', '01', 'D990000000013', now() - interval '10 days', "
                + (status.equals("ADMITTED") ? "null" : "now() - interval '1 day'")
                + ", false, 'VERIFIED', " + (status.equals("ADMITTED") ? "null" : "'SETTLED'") + ", 20000, "
                + LINES_A_STAY + numbers);
        statement.execute("insert into membership (visit_id, member_number, insurance_type, plan_id, category, poor,"
                + " standing, account_balance, verified_on, year_stays, year_basic_fund, year_large_amount,"
                + " year_serious_burden, year_serious_illness, year_assistance, year_outpatient_fund, civil_servant)"
                + " select " + FIRST_ID
                + " + g, 'BM' || g, 'EMPLOYEE', 'hecheng-employee', 'IN_SERVICE', false, 'ACTIVE',"
                + " 1000, current_date, 0, 0, 0, 0, 0, 0, 0, false" + numbers);
    }

    private static void lines(Statement statement, long from, long to, String visit) throws SQLException {
        statement.execute("insert into charge_line (id, visit_id, transaction_id, item_code, national_code, name, unit,"
                + " charge_type, item_class, pre_self_pay_rate, unit_limit, waived, quantity, unit_price, amount,"
                + " service_time, ordering_department, message_id, posted_at) select " + FIRST_ID + " + g, " + FIRST_ID
                + " + " + visit + ", 'BT' || g, 'Y' || lpad((g % 6000)::text, 5, '0'), 'XA02BCA' || g % 6000,"
                + " '药品名称 ' || g % 6000, '盒', 'DRUG', case g % 5 when 0 then 'C' when 1 then 'B' else 'A' end,"
                + " case when g % 5 = 1 then 0.1 end, case when g % 7 = 0 then 45 end, false, 2, 50, 100,"
                + " now() - (g % 240) * interval '1 hour', '0304', " + FIRST_ID + ", now()"
                + " from generate_series(" + from + ", " + to + ") g");
    }

    private void vacuum() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }
}
