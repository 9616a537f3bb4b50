package org.yibaoban.launcher.orderbench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The running {@code yibaoban.jar} with its own PostgreSQL, for a benchmark. */
final class BenchOffice implements AutoCloseable {

    private static final Duration READY = Duration.ofMinutes(9);

    private final Process process;
    private final Path folder;
    private final int port;

    private BenchOffice(Process process, Path folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /** Starts it and waits until it is ready. */
    static BenchOffice start(Path folder, String jar, String config) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        BenchOffice office = new BenchOffice(start(folder, jar, config, port), folder, port);
        try {
            office.awaitReady(folder.resolve("output.txt"));
            return office;
        } catch (IOException | InterruptedException | IllegalStateException e) {
            office.close();
            throw e;
        }
    }

    private static Process start(Path folder, String jar, String config, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-jar",
                jar,
                "start",
                "--state=" + folder.resolve("state"),
                "--config=" + config,
                "--http-port=" + port,
                "--mllp-port=" + freePort(),
                "--ready-seconds=400"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().remove("DB_URL");
        return builder.start();
    }

    private void awaitReady(Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!Files.readString(output).contains("is ready")) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Not ready:\n" + Files.readString(output));
            }
            Thread.sleep(200);
        }
    }

    int port() {
        return port;
    }

    /** The port stands in the fourth line of PostgreSQL's own note. */
    String databaseUrl() throws IOException {
        Path state = folder.resolve("state");
        String pgPort = Files.readAllLines(state.resolve("database/data/postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + pgPort + "/postgres?user=yibaoban&password="
                + Files.readString(state.resolve("database-password")).trim();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
