package org.yibaoban.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Several instances of the office over one database of their own, as behind a balancer. */
final class Instances implements AutoCloseable {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));

    private final Path folder;
    private final Postgres database;
    private final List<Launched> started = new ArrayList<>();

    /** @param folder that may be filled, each instance's state below it by its name */
    Instances(Path folder) throws Exception {
        this.folder = folder;
        Path runtime = new Bundle(Path.of(System.getProperty("launcher.jar"))).unpackInto(folder.resolve("runtime"));
        database = Postgres.start(runtime, folder.resolve("state"));
    }

    /** One more, ready. */
    Launched start(String name, int httpPort, Map<String, String> environment) throws Exception {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("DB_URL", database.url());
        Launched launched = Launched.start(folder.resolve(name), CONFIG, httpPort, Ports.anyFree(), settings);
        started.add(launched);
        launched.awaitReady();
        return launched;
    }

    String databaseUrl() {
        return database.url();
    }

    long count(String sql) throws Exception {
        return Query.count(database.url(), sql);
    }

    @Override
    public void close() throws InterruptedException {
        for (Launched launched : started) {
            launched.stop();
        }
        database.stop();
    }
}
