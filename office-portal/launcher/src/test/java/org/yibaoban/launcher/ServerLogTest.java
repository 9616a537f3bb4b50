package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    @TempDir
    Path folder;

    @Test
    void aFaultInTheConfigurationIsToldOnceWithFileLineAndReason() throws IOException {
        ServerLog log = log("""
                2026-11-22T06:46:06 SEVERE core: Exception while deploying the app [office-portal] : wiring
                jakarta.ejb.EJBException: wiring
                Caused by: org.yibaoban.config.ConfigFault: config/plans/a.yaml:12: rate: more than 1
                Caused by: org.yibaoban.config.ConfigFault: config/plans/a.yaml:12: rate: more than 1
                """);

        assertThat(log.saysFailed()).isTrue();
        assertThat(log.configFaults()).containsExactly("config/plans/a.yaml:12: rate: more than 1");
        assertThat(FailureText.of(log, "The server gave up starting."))
                .startsWith("The server gave up starting. A fault in the configuration:\n"
                        + "  config/plans/a.yaml:12: rate: more than 1\n")
                .endsWith(log.file().toString());
    }

    @Test
    void aSchemaThatDoesNotFitIsNamedAndNotTriedAgain() throws IOException {
        ServerLog log = log("""
                SEVERE core: Exception while loading the app
                Caused by: org.yibaoban.portal.wiring.SchemaFault: The database's schema is newer than this program
                """);

        assertThat(log.hopeless()).isTrue();
        assertThat(FailureText.of(log, "What."))
                .startsWith("What. The database does not fit the program:\n"
                        + "  The database's schema is newer than this program\n");
    }

    @Test
    void otherFailuresNameTheirInnermostCauses() throws IOException {
        ServerLog log = log("""
                SEVERE core: Startup service failed to start
                Caused by: java.sql.SQLException: no connection
                Caused by: org.postgresql.util.PSQLException: Connection to db:5432 refused.
                """);

        assertThat(log.saysFailed()).isTrue();
        assertThat(FailureText.of(log, "What.")).contains("Connection to db:5432 refused.");
    }

    @Test
    void aServerThatIsOnlySlowHasNotFailed() throws IOException {
        assertThat(log("INFO PayaraMicro: Deployed 1 archive(s)\n").saysFailed())
                .isFalse();
    }

    @Test
    void thePreviousLogIsKept() throws IOException {
        ServerLog log = log("first");

        log.turnOver();

        assertThat(log.file()).doesNotExist();
        assertThat(folder.resolve("server.1.log")).hasContent("first");
    }

    @Test
    void causesAreFoundInALogOfJsonLines() throws IOException {
        ServerLog log = log("{\"LogMessage\":\"Exception while loading the app\\njava.lang.IllegalStateException: x"
                + "\\nCaused by: java.sql.SQLException: no connection\\n\\tat a.B\"}\n");

        assertThat(log.saysFailed()).isTrue();
        assertThat(log.causes()).containsExactly("java.sql.SQLException: no connection");
    }

    private ServerLog log(String content) throws IOException {
        return new ServerLog(Files.writeString(folder.resolve("server.log"), content));
    }
}
