package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts the database, then the server, waits until every door is open, and stops both at the end. */
final class Start implements Command {

    private static final int ATTEMPTS = 2;
    private static final int POLL_MILLIS = 250;

    private Database database;
    private Server server;
    private boolean stopping;

    @Override
    public String purpose() {
        return "starts everything and waits; the default";
    }

    @Override
    public int run(List<String> arguments) throws Exception {
        Settings settings = Settings.read(arguments);
        Thread atExit = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        try (StateFolder state = StateFolder.take(settings.state())) {
            state.stopLeftoverServer();
            Ports.requireFree(settings.httpPort(), Setting.HTTP_PORT);
            Ports.requireFree(settings.mllpPort(), Setting.MLLP_PORT);
            long begun = System.nanoTime();
            Path runtime = new Bundle(Settings.ownJar()).unpackInto(state.resolve("runtime"));
            Server running = startServer(runtime, state, settings, startDatabase(runtime, settings));
            Greeting.print(settings, hasSandbox(runtime), Duration.ofNanos(System.nanoTime() - begun));
            return waitForEnd(running);
        } finally {
            stop();
        }
    }

    private String startDatabase(Path runtime, Settings settings) throws InterruptedException {
        if (settings.databaseUrl().isPresent()) {
            System.out.println("Database: the installed one of " + Setting.DB_URL.environment);
        }
        Database started = settings.databaseUrl().isPresent()
                ? Database.installed(settings.databaseUrl().get())
                : Postgres.start(runtime, settings.state());
        own(() -> database = started, started::stop);
        return started.url();
    }

    private Server startServer(Path runtime, StateFolder state, Settings settings, String databaseUrl)
            throws InterruptedException, IOException {
        Readiness readiness = new Readiness(settings, hasSandbox(runtime));
        for (int attempt = 1; ; attempt++) {
            System.out.println(
                    "Server: starting, log in " + state.resolve("logs").resolve("server.log"));
            Server started = Server.start(runtime, state, settings, databaseUrl);
            own(() -> server = started, started::stop);
            Optional<String> failure = failure(started, readiness, settings.readyWithin());
            if (failure.isEmpty()) {
                return started;
            }
            refuseWhenStopping();
            started.stop();
            if (attempt == ATTEMPTS || started.log().hopeless()) {
                throw new StartFault(failure.get());
            }
            System.err.println(failure.get());
            System.err.println("Trying once more.");
        }
    }

    private static Optional<String> failure(Server server, Readiness readiness, Duration within)
            throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (true) {
            Optional<String> missing = readiness.missing();
            if (missing.isEmpty()) {
                return Optional.empty();
            }
            if (!server.alive()) {
                return Optional.of(FailureText.of(server.log(), "The server ended while starting."));
            }
            if (server.log().saysFailed()) {
                return Optional.of(FailureText.of(server.log(), "The server gave up starting."));
            }
            if (System.nanoTime() > deadline) {
                String waited = "Not ready after " + within.toSeconds() + " s: no answer yet at " + missing.get() + ".";
                return Optional.of(FailureText.of(server.log(), waited));
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private int waitForEnd(Server running) throws InterruptedException {
        int exit = running.waitForEnd();
        synchronized (this) {
            if (stopping) {
                return 0;
            }
        }
        throw new StartFault("The server ended by itself with exit code " + exit + "; see "
                + running.log().file() + ". What was acknowledged is kept; start again.");
    }

    private static boolean hasSandbox(Path runtime) throws IOException {
        return Server.applications(runtime).stream()
                .anyMatch(war -> war.getFileName().toString().equals("payer-sandbox.war"));
    }

    /** What was started just as the end began is stopped at once: the hook has not seen it. */
    private synchronized void own(Runnable keep, Runnable undo) {
        if (stopping) {
            undo.run();
        }
        refuseWhenStopping();
        keep.run();
    }

    private synchronized void refuseWhenStopping() {
        if (stopping) {
            throw new StartFault("Stopped while starting.");
        }
    }

    private void stop() {
        Server runningServer;
        Database runningDatabase;
        synchronized (this) {
            stopping = true;
            runningServer = server;
            runningDatabase = database;
            server = null;
            database = null;
        }
        if (runningServer != null) {
            System.out.println("Stopping the server.");
            runningServer.stop();
        }
        if (runningDatabase != null) {
            runningDatabase.stop();
        }
    }
}
