package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.control.TrailCheck;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;
import org.yibaoban.store.TrailReading;

/** Who read and who did what stands in the trail, and whatever is changed in it is found: against PostgreSQL. */
class TrailIT extends ServerTest {

    @Test
    void aReadAndADeedStandWithWhoWhereWhatAndWhy() throws Exception {
        String visit = settled();
        OfficeClient.as("billing").visit(visit);
        await(
                "select count(*) from trail where who = 'billing' and deed = 'read' and subjects = ?"
                        + " and door = 'GET /api/visits/" + visit + "' and address = '127.0.0.1'",
                visit);

        assertThat(OfficeClient.as("billing").ask(visit, "reversal", "患者改自费").status())
                .isEqualTo(202);
        await(
                "select count(*) from trail where who = 'billing' and deed = 'claim_decision insert' and subjects = ?"
                        + " and why = '患者改自费' and after like '%\"REVERSAL\"%'",
                visit);

        assertThat(OfficeClient.as("billing").recall(visit, "reversal").status())
                .isEqualTo(202);
        await(
                "select count(*) from trail where who = 'billing' and deed = 'claim_decision update' and subjects = ?"
                        + " and before like '%\"REQUESTED\"%' and after like '%\"RECALLED\"%'",
                visit);
    }

    @Test
    void theOfficesOwnJobsLeaveNoEntryAndNoPasswordStandsInOne() throws Exception {
        String visit = settled();
        assertThat(OfficeDatabase.value(
                        "select count(*)::text from trail where deed = 'claim update' and subjects = ?", visit))
                .isEqualTo("0");
        assertThat(OfficeDatabase.value("select count(*)::text from trail where before || after like '%PBKDF2%'"))
                .isEqualTo("0");
    }

    @Test
    void theTrailIsAppendOnly() {
        for (String sql : List.of("update trail set who = 'x'", "delete from trail", "truncate trail")) {
            assertThatThrownBy(() -> OfficeDatabase.execute(sql)).hasMessageContaining("append-only");
        }
    }

    @Test
    void oneByteChangedOrARowRemovedIsFoundAndNamed() throws Exception {
        OfficeClient.as("billing").visit(settled());
        await("select case when count(*) > 3 then 1 else 0 end from trail where '' = ?", "");
        try (Connection connection = DriverManager.getConnection(System.getenv("DB_URL"))) {
            run(connection, "create schema trail_copy", "set search_path to trail_copy, public");
            try {
                copy(connection);
                assertThat(check(connection)).isEmpty();

                long last = head(connection);
                run(
                        connection,
                        "update trail_copy.trail set door = overlay(door placing '!' from 3 for 1) where number = 2");
                assertThat(check(connection))
                        .hasValueSatisfying(fault -> assertThat(fault).startsWith("entry 2 is changed"));

                copy(connection);
                run(connection, "delete from trail_copy.trail where number = 3");
                assertThat(check(connection)).contains("entry 3 is missing");

                copy(connection);
                run(connection, "delete from trail_copy.trail where number = " + last);
                assertThat(check(connection)).contains("entry " + last + " is missing: the chain went to " + last);

                copy(connection);
                run(connection, "delete from trail_copy.trail where number = 1");
                assertThat(check(connection)).contains("entry 1 is missing");

                copy(connection);
                run(
                        connection,
                        "update trail_copy.trail set hash = overlay(hash placing 'g' from 1 for 1) where number = 2");
                assertThat(check(connection))
                        .hasValueSatisfying(fault -> assertThat(fault).startsWith("entry 2 is changed"));
            } finally {
                connection.rollback();
                run(connection, "drop schema trail_copy cascade");
            }
        }
    }

    @Test
    void theAuditorReadsItAsFhirInItsOrder() throws Exception {
        OfficeClient.as("billing").visit(settled());
        await("select case when count(*) > 3 then 1 else 0 end from trail where '' = ?", "");
        OfficeClient auditor = OfficeClient.as("auditor");

        var page = auditor.get("/fhir/AuditEvent?_count=2").json();
        assertThat(page.at("/entry/0/resource/id").asText()).isEqualTo("1");
        assertThat(page.at("/entry/1/resource/id").asText()).isEqualTo("2");
        assertThat(page.at("/link/1/url").asText()).endsWith("_after=2");

        String read =
                OfficeDatabase.value("select max(number)::text from trail where deed = 'read' and who = 'billing'");
        var event = auditor.get("/fhir/AuditEvent/" + read).json();
        assertThat(event.at("/action").asText()).isEqualTo("R");
        assertThat(event.at("/agent/0/who/identifier/value").asText()).isEqualTo("billing");
        assertThat(event.at("/agent/0/network/address").asText()).isEqualTo("127.0.0.1");
        assertThat(event.toString())
                .contains(OfficeDatabase.value("select hash::text from trail where number = " + read));
        assertThat(OfficeClient.as("office").get("/fhir/AuditEvent").status()).isEqualTo(403);
    }

    @Test
    void whatIsTypedAsANameStandsInItOnlyWhereItIsAnAccounts() throws Exception {
        Visitor.as("Meant-as-Password-1");
        Visitor.as("none\0such");
        await("select count(*) from trail where deed = 'login failed' and who = ?", "?");
        assertThat(OfficeDatabase.value("select count(*)::text from trail where who like 'Meant%'"))
                .isEqualTo("0");
    }

    @Test
    void aNameThatNoAccountCanHaveIsRefusedLikeAnyWrongOne() throws Exception {
        assertThat(OfficeClient.as("of\0fice").get("/api/visits/0").status()).isEqualTo(401);
    }

    private static String settled() throws Exception {
        return SettledStay.of(Person.employee()).visit();
    }

    private static void copy(Connection connection) throws Exception {
        // one statement, one moment: the server goes on chaining
        run(
                connection,
                "drop table if exists trail_copy.trail, trail_copy.trail_head",
                "create table trail_copy.trail_head as select * from public.trail_head",
                "create table trail_copy.trail as select t.* from public.trail t"
                        + " where t.number <= (select h.number from trail_copy.trail_head h)");
    }

    private static long head(Connection connection) throws Exception {
        try (var row = connection.createStatement().executeQuery("select number from trail_copy.trail_head")) {
            row.next();
            return row.getLong(1);
        } finally {
            connection.commit();
        }
    }

    private static Optional<String> check(Connection connection) throws Exception {
        return TrailReading.check(connection, new TrailCheck(Optional.empty()));
    }

    private static void run(Connection connection, String... statements) throws Exception {
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
        for (String sql : statements) {
            connection.createStatement().execute(sql);
        }
    }

    /** Entries are chained within about a second. */
    static void await(String count, String subject) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (OfficeDatabase.value(count, subject).equals("0")) {
            assertThat(System.nanoTime()).as("no entry: " + count).isLessThan(deadline);
            Thread.sleep(100);
        }
    }
}
