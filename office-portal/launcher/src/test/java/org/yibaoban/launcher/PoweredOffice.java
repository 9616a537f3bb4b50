package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

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

    void cutThePower() throws Exception {
        launched.cutThePower();
    }

    long count(String sql) throws IOException, SQLException {
        return launched.count(sql);
    }

    Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(launched.databaseUrl());
    }

    @Override
    public void close() throws InterruptedException {
        if (launched != null) {
            launched.stop();
        }
    }
}
