package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The running jar with everything it started, whose power can be cut, and its database. */
final class PoweredOffice implements AutoCloseable {

    private final Path state;
    private final Path config;
    private final Map<String, String> environment;
    private final int httpPort = Ports.anyFree();
    private final int mllpPort = Ports.anyFree();
    private Launched launched;

    /** @param environment set for the launcher and the server */
    PoweredOffice(Path state, Path config, Map<String, String> environment) throws IOException {
        this.state = state;
        this.config = config;
        this.environment = environment;
    }

    void start() throws IOException, InterruptedException {
        launched = Launched.start(state, config, httpPort, mllpPort, environment);
        launched.awaitReady();
    }

    int httpPort() {
        return httpPort;
    }

    int mllpPort() {
        return mllpPort;
    }

    /** All at once, and the database's processes before anybody could stop them in good order. */
    void cutThePower() throws Exception {
        ProcessHandle database =
                ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow();
        List<ProcessHandle> all = Stream.of(Stream.of(database), database.descendants(), launched.children().stream())
                .flatMap(processes -> processes)
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        launched.kill();
        for (ProcessHandle process : all) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    int count(String sql) throws IOException, SQLException {
        try (Connection connection = database();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }

    Connection database() throws IOException, SQLException {
        String password = Files.readString(state.resolve("database-password"));
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/postgres?user=yibaoban&password=" + password);
    }

    @Override
    public void close() throws InterruptedException {
        if (launched != null) {
            launched.stop();
        }
    }

    /** PostgreSQL's own note: its process in the first line, its port in the fourth. */
    private List<String> postmaster() throws IOException {
        return Files.readAllLines(state.resolve("database/data/postmaster.pid"));
    }
}
