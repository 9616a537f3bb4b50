package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Payara Micro with the applications, in a JVM of its own. */
final class Server {

    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final ServerLog log;

    private Server(Process process, ServerLog log) {
        this.process = process;
        this.log = log;
    }

    /** Starts the JVM; readiness is another matter. */
    static Server start(Path runtime, StateFolder state, Settings settings, String databaseUrl) {
        ServerLog log = new ServerLog(state.resolve("logs").resolve("server.log"));
        try {
            log.turnOver();
            ProcessBuilder builder = new ProcessBuilder(command(runtime, state.freshTemporary(), settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.file().toFile());
            Map<String, String> environment = builder.environment();
            environment.put("DB_URL", databaseUrl);
            environment.put("YIBAOBAN_CONFIG_DIR", settings.config().toString());
            environment.put("YIBAOBAN_MLLP_PORT", String.valueOf(settings.mllpPort()));
            environment.put("YIBAOBAN_FIRST_PASSWORD", firstPassword(settings).toString());
            environment.putIfAbsent("YIBAOBAN_PAYER_URL", settings.address() + "/payer-sandbox/fhir");
            Process process = builder.start();
            state.noteServer(process.pid());
            return new Server(process, log);
        } catch (IOException e) {
            throw new StartFault("The server's process could not be started: " + e, e);
        }
    }

    /** Where the first administrator's password is left when there is no demonstration. */
    static Path firstPassword(Settings settings) {
        return settings.state().resolve("first-password");
    }

    ServerLog log() {
        return log;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits for its end, however it comes. */
    int waitForEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to stop and sees to it that it does. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path runtime, Path temporary, Settings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:" + runtime.resolve("parent-watch.jar"),
                "-Xmx" + settings.heap(),
                // less work at start than with the default collector where cores are few
                "-XX:+UseSerialGC",
                // the second compiler waits until code is really hot: while the server starts, both cores are for
                // starting
                "-XX:Tier4InvocationThreshold=20000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=40000",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                runtime.resolve("payara-micro.jar").toString(),
                "--addlibs",
                runtime.resolve("libs").toString(),
                "--logproperties",
                runtime.resolve("logging.properties").toString(),
                "--port",
                String.valueOf(settings.httpPort()),
                // one instance: no data grid, whose start takes two seconds
                "--nohazelcast",
                "--disablephonehome"));
        for (Path application : applications(runtime)) {
            command.add("--deploy");
            command.add(application.toString());
        }
        return command;
    }

    /** The wars of the bundle, each under the context root that it names itself. */
    static List<Path> applications(Path runtime) throws IOException {
        try (Stream<Path> files = Files.list(runtime)) {
            return files.filter(file -> file.toString().endsWith(".war"))
                    .sorted()
                    .toList();
        }
    }
}
