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
        assertThat(folder.resolve("server.previous.log")).hasContent("first");
    }

    private ServerLog log(String content) throws IOException {
        return new ServerLog(Files.writeString(folder.resolve("server.log"), content));
    }
}
