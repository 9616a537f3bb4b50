package org.yibaoban.portal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.control.RecordKind;
import org.yibaoban.store.RetentionReading;
import org.yibaoban.store.RetentionReading.Beyond;

/** What is beyond its time, and what is held back though it is: against PostgreSQL with the program's schema. */
class RetentionReadingTest {

    private static final Beyond NOTHING = new Beyond(0, 0, Optional.empty());
    private static final LocalDate LAST = LocalDate.of(1990, 3, 9);
    private static final LocalDate AFTER = LAST.plusDays(1);

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void twoStaysOfOnePatient() throws SQLException {
        execute(
                "truncate patient, raw_message, reconciliation, report_job cascade",
                "insert into patient (id, number, name, sex) values (1, 'P1', '', '')",
                visit(1, "INPATIENT", "'1985-01-01'"),
                visit(2, "INPATIENT", "'1990-03-09 23:59'"));
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void eachKindCanBeCountedAndHasNothingInAnEmptyPast(RecordKind kind) throws SQLException {
        assertThat(count(kind, LocalDate.of(1980, 1, 1))).isEqualTo(NOTHING);
    }

    @Test
    void aPatientsStaysAreBeyondTheirTimeTogetherFromTheLastDischargeOn() throws SQLException {
        assertThat(count(RecordKind.INPATIENT_STAY, LAST)).isEqualTo(NOTHING);
        assertThat(count(RecordKind.INPATIENT_STAY, AFTER)).isEqualTo(new Beyond(2, 0, Optional.of(LAST)));
    }

    @Test
    void nobodysTimeRunsDuringAStay() throws SQLException {
        execute(visit(3, "INPATIENT", "null"));
        assertThat(count(RecordKind.INPATIENT_STAY, AFTER)).isEqualTo(NOTHING);
    }

    @Test
    void anOutpatientVisitIsOfItsOwnKind() throws SQLException {
        execute(visit(3, "OUTPATIENT", "null"));
        assertThat(count(RecordKind.INPATIENT_STAY, AFTER).beyond()).isEqualTo(2);
        assertThat(count(RecordKind.OUTPATIENT_VISIT, AFTER))
                .isEqualTo(new Beyond(1, 0, Optional.of(LocalDate.of(1984, 12, 1))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update claim set state = 'PENDED'; delete from share_open",
                "insert into share_open values (1)",
                "insert into deduction (notice, claim_id, department, item, rule, reason, amount, notified, deadline, state)"
                        + " values ('N', 1, '0304', '', '', 'r', 1, '1990-04-01', '1990-04-09', 'APPEALED')",
                "insert into outbox (id, kind, visit_id, created_at, next_attempt_at) values (1, 'CLAIM', 2, now(), now())",
                "with one as (insert into reconciliation (payer, from_day, to_day, state) values ('x', '1990-03-09',"
                        + " '1990-03-09', 'UNEVEN') returning id) insert into reconciliation_difference (reconciliation_id,"
                        + " claim, line, kind, state, gap) select id, 'C1', 'SETTLEMENT', 'AMOUNT', 'OPEN', 1 from one"
            })
    void aStayOfWhichSomethingIsOpenIsHeldBack(String open) throws SQLException {
        execute(
                "insert into claim (id, visit_id, identifier, state, created_at, created_by, content)"
                        + " values (1, 2, 'C1', 'SETTLED', '1990-03-09', 'billing', '')",
                "delete from share_open");
        assertThat(count(RecordKind.INPATIENT_STAY, AFTER)).isEqualTo(new Beyond(2, 0, Optional.of(LAST)));

        execute(open);

        assertThat(count(RecordKind.INPATIENT_STAY, AFTER)).isEqualTo(new Beyond(1, 1, Optional.of(LAST)));
    }

    @Test
    void aMessageThatWaitsForAPersonAndAReconciliationThatIsNotClosedAreHeldBack() throws SQLException {
        execute(
                message(1, "APPLIED"),
                message(2, "HELD"),
                message(3, "WAITING"),
                "insert into reconciliation (payer, from_day, to_day, state) values ('x', '1990-03-01', '1990-03-01', 'EVEN'),"
                        + " ('x', '1990-03-02', '1990-03-02', 'UNEVEN')");
        assertThat(count(RecordKind.RAW_MESSAGE, AFTER)).isEqualTo(new Beyond(1, 2, Optional.of(LAST)));
        assertThat(count(RecordKind.RECONCILIATION, AFTER))
                .isEqualTo(new Beyond(1, 1, Optional.of(LocalDate.of(1990, 3, 1))));
    }

    private static String visit(int id, String type, String discharged) {
        return "insert into visit (id, number, patient_id, type, status, department, ward, bed, doctor, admitted_at,"
                + " discharged_at, identity_fault, membership_state) values (" + id + ", 'V" + id + "', 1, '" + type
                + "', 'DISCHARGED', '0304', 'W', 'B', 'D', '1984-12-01', " + discharged + ", false, 'KNOWN')";
    }

    private static String message(int id, String verdict) {
        return "insert into raw_message (id, received_at, channel, sender, control_id, type, sha256, content, verdict)"
                + " values (" + id + ", '1990-03-09 12:00', 'MLLP', 'HIS', '" + id + "', 'ADT', '', '', '" + verdict
                + "')";
    }

    private static Beyond count(RecordKind kind, LocalDate before) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
            return RetentionReading.count(connection, kind, before);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
