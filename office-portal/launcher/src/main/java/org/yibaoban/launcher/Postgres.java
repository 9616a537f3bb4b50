package org.yibaoban.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL that comes in the jar. Its data is kept in {@code database/} of the state folder, written through to
 * the disk at every commit; it listens on the loopback address alone and asks for a password made at first start.
 */
final class Postgres implements Database {

    private static final String USER = "yibaoban";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int INIT_SECONDS = 120;
    /** Long enough for the recovery after a crash. */
    private static final int START_SECONDS = 120;

    private static final int STOP_SECONDS = 60;
    /** Of PostgreSQL's own note in its data folder, from 0. */
    private static final int PORT_LINE = 3;

    private final Path programs;
    private final Path folder;
    private final RunAs runAs;
    private final String password;
    private final int port;

    private Postgres(DatabasePlace place, String password, int port) {
        this.programs = place.programs();
        this.folder = place.folder();
        this.runAs = place.runAs();
        this.password = password;
        this.port = port;
    }

    /**
     * Starts it, on the data of the last time when there is some. One that was left running is stopped first.
     *
     * @param runtime where the bundle was unpacked
     */
    static Postgres start(Path runtime, Path state) throws InterruptedException {
        try {
            DatabasePlace place = DatabasePlace.choose(runtime, state);
            System.out.println("Database: starting, in " + place.folder());
            Postgres postgres =
                    new Postgres(place, password(place.folder().resolveSibling("database-password")), Ports.anyFree());
            postgres.stopLeftover();
            postgres.createOnce();
            place.runAs().giveFolder(place.folder());
            postgres.startServer();
            return postgres;
        } catch (IOException | UncheckedIOException e) {
            throw new StartFault("The database could not be prepared: " + e, e);
        }
    }

    /** The address of the one that another launcher started on this state folder and that runs. */
    static Optional<String> running(Path state) throws IOException {
        Path folder = DatabasePlace.existing(state);
        Path note = folder.resolve("data").resolve("postmaster.pid");
        if (!Files.exists(note) || ProcessHandle.of(pid(note)).isEmpty()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(Files.readAllLines(note).get(PORT_LINE).strip());
        return Optional.of(url(port, password(folder.resolveSibling("database-password"))));
    }

    @Override
    public String url() {
        return url(port, password);
    }

    private static String url(int port, String password) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/postgres?user=" + USER + "&password=" + password
                + "&stringtype=unspecified";
    }

    @Override
    public void stop() {
        System.out.println("Stopping the database.");
        try {
            control(STOP_SECONDS, "-m", "fast", "stop");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** A half-made cluster never gets the final name. */
    private void createOnce() throws IOException, InterruptedException {
        if (Files.isDirectory(data())) {
            return;
        }
        Folders.emptyOut(folder);
        Path half = folder.resolve("half-made");
        Path passwordFile = Files.writeString(folder.resolve("password"), password);
        runAs.giveFolder(folder);
        Tool.Result made = Tool.run(
                runAs.command(List.of(
                        programs.resolve("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=" + USER,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C.UTF-8",
                        "--set=listen_addresses=" + LOOPBACK,
                        "--set=unix_socket_directories=",
                        "--set=fsync=on",
                        "--set=synchronous_commit=on",
                        "--set=password_encryption=scram-sha-256")),
                INIT_SECONDS);
        Files.deleteIfExists(passwordFile);
        if (!made.good()) {
            throw new StartFault("The database could not be made in " + folder + ":\n" + made.output());
        }
        Files.move(half, data());
    }

    private void startServer() throws InterruptedException {
        Path log = folder.resolve("postgres.log");
        Tool.Result started = control(START_SECONDS, "-l", log.toString(), "-o", "-p " + port, "start");
        if (!started.good()) {
            throw new StartFault("The database did not start; see " + log + "\n" + started.output());
        }
    }

    private Tool.Result control(int seconds, String... arguments) throws InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                programs.resolve("pg_ctl").toString(), "-D", data().toString(), "-w", "-t", String.valueOf(seconds)));
        command.addAll(Arrays.asList(arguments));
        return Tool.run(runAs.command(command), seconds + 10);
    }

    /**
     * After a kill of the launcher the database may still run, and after a crash of the machine its process number may
     * be another program's by now: PostgreSQL would then refuse to start, and its own tool would stop that program.
     */
    private void stopLeftover() throws IOException, InterruptedException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        Optional<ProcessHandle> leftover = ProcessHandle.of(pid(pidFile)).filter(this::isOurs);
        if (leftover.isEmpty()) {
            Files.deleteIfExists(pidFile);
        } else if (!control(STOP_SECONDS, "-m", "fast", "stop").good()
                && !control(STOP_SECONDS, "-m", "immediate", "stop").good()) {
            throw new StartFault("The database of an earlier start still runs as process "
                    + leftover.get().pid() + " and cannot be stopped.");
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(data().toString()))
                .orElse(false);
    }

    private static long pid(Path pidFile) throws IOException {
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.get(0).matches("[0-9]{1,18}") ? -1 : Long.parseLong(lines.get(0));
    }

    private static String password(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.createFile(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            Files.writeString(file, HexFormat.of().formatHex(random));
        }
        return Files.readString(file).strip();
    }
}
