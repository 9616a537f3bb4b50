package org.yibaoban.launcher.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The shipped jar, started with a fresh state folder and ports of its own. */
final class RunningOffice implements AutoCloseable {

    private final Process process;
    private final Path state;
    private final int mllpPort;
    private final int httpPort;

    private RunningOffice(Process process, Path state, int mllpPort, int httpPort) {
        this.process = process;
        this.state = state;
        this.mllpPort = mllpPort;
        this.httpPort = httpPort;
    }

    static RunningOffice start(Path state, Path jar, Path config) throws Exception {
        clear(state);
        int mllpPort = freePort();
        int httpPort = freePort();
        Path output = state.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dstdout.encoding=UTF-8",
                        "-jar",
                        jar.toString(),
                        "start",
                        "--state=" + state,
                        "--config=" + config,
                        "--http-port=" + httpPort,
                        "--mllp-port=" + mllpPort,
                        "--ready-seconds=240"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().remove("DB_URL");
        RunningOffice office = new RunningOffice(builder.start(), state, mllpPort, httpPort);
        for (int i = 0; i < 1500 && !Files.readString(output).contains("is ready"); i++) {
            if (!office.process.isAlive()) {
                throw new IllegalStateException(Files.readString(output));
            }
            Thread.sleep(200);
        }
        return office;
    }

    /** An earlier run's patients would be met again, and its lines be part of the past. */
    private static void clear(Path state) throws IOException {
        Files.createDirectories(state);
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Files.createDirectories(state);
    }

    int mllpPort() {
        return mllpPort;
    }

    int httpPort() {
        return httpPort;
    }

    /** What the server has used of the processors so far. */
    Duration cpu() {
        return process.children()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    String databaseUrl() {
        try {
            String password = Files.readString(state.resolve("database-password"));
            String port = Files.readAllLines(state.resolve("database/data/postmaster.pid"))
                    .get(3);
            return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=yibaoban&password=" + password;
        } catch (IOException notThere) {
            throw new IllegalStateException(notThere);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
