package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The real jar, started as a user starts it, with a state folder and ports of its own. */
final class Launched {

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Process process;
    private final Path state;
    private final Path output;

    private Launched(Process process, Path state, Path output) {
        this.process = process;
        this.state = state;
        this.output = output;
    }

    static Launched start(Path state, Path config, int httpPort, int mllpPort) throws IOException {
        return start(state, config, httpPort, mllpPort, Map.of());
    }

    /** @param environment what else is set for it */
    static Launched start(Path state, Path config, int httpPort, int mllpPort, Map<String, String> environment)
            throws IOException {
        Path output = state.resolveSibling(state.getFileName() + "-output.txt");
        Files.writeString(output, "", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                System.getProperty("launcher.jar"),
                "start",
                "--state=" + state,
                "--config=" + config,
                "--http-port=" + httpPort,
                "--mllp-port=" + mllpPort,
                "--ready-seconds=240"));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("DB_URL");
        builder.environment().putAll(environment);
        return new Launched(builder.start(), state, output);
    }

    /** Waits until it says that it is ready; an end before that is a failure. */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains("is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("Not ready:\n" + said());
            }
            Thread.sleep(200);
        }
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("Still running");
        }
        return process.exitValue();
    }

    String said() throws IOException {
        return Files.readString(output);
    }

    /** The processes it started: the server. */
    List<ProcessHandle> children() {
        return process.children().toList();
    }

    /** As {@code kill -9} does: no hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C or a service manager does. */
    void stop() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }

    /**
     * A power cut: launcher, server and the database of the jar at once, the database's processes before anybody could
     * stop them in good order.
     */
    void cutThePower() throws Exception {
        ProcessHandle database =
                ProcessHandle.of(Long.parseLong(postmaster().get(0))).orElseThrow();
        List<ProcessHandle> all = Stream.of(Stream.of(database), database.descendants(), children().stream())
                .flatMap(processes -> processes)
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        kill();
        for (ProcessHandle one : all) {
            one.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    /** The first figure of a query to the database of the jar. */
    long count(String sql) throws IOException, SQLException {
        return Query.count(databaseUrl(), sql);
    }

    /** Where the database of the jar is reached, with its password. */
    String databaseUrl() throws IOException {
        String password = Files.readString(state.resolve("database-password"));
        return "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/postgres?user=yibaoban&password=" + password;
    }

    /** PostgreSQL's own note: its process in the first line, its port in the fourth. */
    private List<String> postmaster() throws IOException {
        return Files.readAllLines(state.resolve("database/data/postmaster.pid"));
    }
}
