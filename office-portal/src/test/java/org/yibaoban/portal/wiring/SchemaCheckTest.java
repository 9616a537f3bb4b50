package org.yibaoban.portal.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The program's own migrations on a real database whose history somebody else went on with. */
class SchemaCheckTest {

    private static EmbeddedPostgres postgres;

    private DataSource office;
    private Flyway flyway;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void upToDate() throws SQLException {
        office = postgres.getPostgresDatabase();
        execute("drop schema public cascade", "create schema public");
        flyway = Migrations.flyway(office);
        assertThat(SchemaCheck.pending(flyway)).first().isEqualTo("V1 office");
        flyway.migrate();
    }

    @Test
    void theProgramsOwnSchemaHasNothingToRun() {
        assertThat(SchemaCheck.pending(flyway)).isEmpty();
    }

    @Test
    void aNewerSchemaIsRefused() throws SQLException {
        history("9999", "of next year");

        assertThatThrownBy(() -> SchemaCheck.pending(flyway))
                .isInstanceOf(SchemaFault.class)
                .hasMessageContaining("newer than this program")
                .hasMessageContaining("V9999 of next year");
    }

    @Test
    void aMigrationThatFailedIsNamed() throws SQLException {
        execute("update flyway_schema_history set success = false where version = '24'");

        assertThatThrownBy(() -> SchemaCheck.pending(flyway))
                .isInstanceOf(SchemaFault.class)
                .hasMessageContaining("failed half way")
                .hasMessageContaining("V24");
    }

    @Test
    void oneThatTheProgramDoesNotKnowIsNamed() throws SQLException {
        history("6.5", "of somebody else");

        assertThatThrownBy(() -> SchemaCheck.pending(flyway))
                .isInstanceOf(SchemaFault.class)
                .hasMessageContaining("does not know: V6.5 of somebody else");
    }

    @Test
    void oneThatRanWithAnotherTextIsNamed() throws SQLException {
        execute("update flyway_schema_history set checksum = checksum + 1 where version = '10'");

        assertThatThrownBy(() -> SchemaCheck.pending(flyway))
                .isInstanceOf(SchemaFault.class)
                .hasMessageContaining("another text")
                .hasMessageContaining("V10 consent");
    }

    private void history(String version, String description) throws SQLException {
        execute("insert into flyway_schema_history select max(installed_rank) + 1, '" + version + "', '" + description
                + "', 'SQL', 'V" + version + ".sql', null, 'test', now(), 1, true from flyway_schema_history");
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = office.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
