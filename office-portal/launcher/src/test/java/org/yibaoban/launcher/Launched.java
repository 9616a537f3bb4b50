package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real jar, started as a user starts it, with a state folder and ports of its own. */
final class Launched {

    private static final Duration PATIENCE = Duration.ofMinutes(9);

    private final Process process;
    private final Path output;

    private Launched(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Launched start(Path state, Path config, int httpPort, int mllpPort) throws IOException {
        return start(state, config, httpPort, mllpPort, Map.of());
    }

    static Launched start(Path state, Path config, int httpPort, int mllpPort, Map<String, String> environment)
            throws IOException {
        Path output = state.resolveSibling("output.txt");
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
        return new Launched(builder.start(), output);
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
}
