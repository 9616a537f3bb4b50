package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database of the jar, on this machine and as this user. */
class PostgresIT {

    @TempDir
    Path state;

    @TempDir
    static Path unpackedOnce;

    private static Path runtime;

    private Postgres running;

    @BeforeAll
    static void unpack() {
        runtime = new Bundle(Path.of(System.getProperty("launcher.jar"))).unpackInto(unpackedOnce);
    }

    @AfterEach
    void stop() {
        if (running != null) {
            running.stop();
        }
    }

    @Test
    void keepsItsDataOverAStop() throws Exception {
        running = Postgres.start(runtime, state);
        execute("create table kept(what text)");
        execute("insert into kept values ('医保')");
        running.stop();

        running = Postgres.start(runtime, state);

        assertThat(query("select what from kept")).isEqualTo("医保");
    }

    @Test
    void oneLeftRunningByAKilledLauncherIsTakenOver() throws Exception {
        Postgres left = Postgres.start(runtime, state);
        running = left;
        execute("create table kept as select 'acknowledged' as what");

        running = Postgres.start(runtime, state);

        assertThat(running.url()).isNotEqualTo(left.url());
        assertThat(query("select what from kept")).isEqualTo("acknowledged");
    }

    @Test
    void aProcessNumberThatIsAnotherProgramsByNowDoesNotStopTheStart() throws Exception {
        running = Postgres.start(runtime, state);
        running.stop();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(state.resolve("database/data/postmaster.pid"), stranger.pid() + "\n");

            running = Postgres.start(runtime, state);

            assertThat(query("select 1")).isEqualTo("1");
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void everyCommitIsOnTheDiskAndThePasswordIsAsked() throws Exception {
        running = Postgres.start(runtime, state);

        assertThat(query("show fsync")).isEqualTo("on");
        assertThat(query("show synchronous_commit")).isEqualTo("on");
        assertThat(query("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query("show server_encoding")).isEqualTo("UTF8");
        assertThat(refusal(running.url().replaceAll("password=[0-9a-f]+", "password=guessed")))
                .contains("password");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(running.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(running.url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String refusal(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            return "let in: " + connection;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }
}
