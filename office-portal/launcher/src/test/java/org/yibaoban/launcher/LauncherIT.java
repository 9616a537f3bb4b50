package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one runnable jar, from an empty state folder to ready, through a kill, and to a clean stop. */
class LauncherIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));

    @TempDir
    Path folder;

    private Path state;
    private int httpPort;
    private int mllpPort;
    private Launched launched;

    @BeforeEach
    void ports() throws IOException {
        state = folder.resolve("state");
        httpPort = Ports.anyFree();
        mllpPort = Ports.anyFree();
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (launched != null) {
            launched.stop();
        }
    }

    @Test
    void startsFromNothingKeepsItsDataOverAKillAndStopsEverythingWhenAsked() throws Exception {
        start();
        assertThat(readyStatus()).isEqualTo(200);
        assertThat(launched.said())
                .contains("http://localhost:" + httpPort + "/")
                .contains("demo-2026");
        execute("create table before_the_kill as select 'kept' as what");
        List<ProcessHandle> killedServer = launched.children();

        launched.kill();
        start();

        assertThat(readyStatus()).isEqualTo(200);
        assertThat(killedServer).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(query("select what from before_the_kill")).isEqualTo("kept");
        List<ProcessHandle> server = launched.children();
        assertThat(trailCheck()).as("while it runs").contains("The trail is whole: ");
        execute("insert into trail_waiting (at, who, address, door, deed, subjects, before, after, why)"
                + " values (now(), 'office', '::1', 'GET /', 'read', 'R1', '', '', '')");
        for (int i = 0; i < 600 && query("select number from trail_head").equals("0"); i++) {
            Thread.sleep(100);
        }

        launched.stop();
        assertThat(trailCheck()).as("while it is stopped").contains("The trail is whole: 1 entries");

        assertThat(server).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        assertThat(state.resolve("database/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            mllpPort = taken.getLocalPort();
            launched = Launched.start(state, CONFIG, httpPort, mllpPort);

            assertThat(launched.awaitEnd()).isEqualTo(1);
            assertThat(launched.said())
                    .contains("Port " + mllpPort + " is taken")
                    .contains("--mllp-port");
        }
    }

    private void start() throws IOException, InterruptedException {
        launched = Launched.start(state, CONFIG, httpPort, mllpPort);
        launched.awaitReady();
    }

    private String trailCheck() throws InterruptedException {
        return Tool.run(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                System.getProperty("launcher.jar"),
                                "trail-check",
                                "--state=" + state,
                                "--config=" + CONFIG),
                        240)
                .output();
    }

    private int readyStatus() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + httpPort + "/health/ready"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private void execute(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The port stands in the fourth line of PostgreSQL's own note. */
    private Connection connect() throws IOException, SQLException {
        String port = Files.readAllLines(state.resolve("database/data/postmaster.pid"))
                .get(3);
        String password = Files.readString(state.resolve("database-password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=yibaoban&password=" + password);
    }
}
