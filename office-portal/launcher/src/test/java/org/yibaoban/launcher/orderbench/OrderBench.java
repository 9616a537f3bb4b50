package org.yibaoban.launcher.orderbench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The order check as the HIS meets it: order-sign of five items over HTTP to the running {@code yibaoban.jar} with its
 * PostgreSQL, by 1, 4 and 16 clients, with a small past and with a large one. Prints the table of {@code
 * docs/performance.md}.
 */
public final class OrderBench {

    private static final String SIZES = System.getProperty("bench.lines", "100000,10000000");
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 30));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 20));
    private static final Duration READY = Duration.ofMinutes(9);

    private OrderBench() {}

    /** @param args a folder that may be removed, the jar, the folder {@code config/} */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int port = freePort();
        Files.createDirectories(folder);
        Process office = start(folder, args[1], args[2], port);
        try {
            awaitReady(office, folder.resolve("output.txt"));
            measure(new BenchHospital(databaseUrl(folder.resolve("state"))), new HookLoad(port), folder);
        } finally {
            office.destroy();
            office.waitFor();
        }
    }

    private static void measure(BenchHospital hospital, HookLoad load, Path folder) throws Exception {
        StringBuilder table = new StringBuilder(
                "| stored lines | clients | calls/s | p50 ms | p90 ms | p99 ms |\n|---:|---:|---:|---:|---:|---:|\n");
        for (String size : SIZES.split(",")) {
            long lines = Long.parseLong(size.trim());
            long before = System.nanoTime();
            hospital.grow(lines);
            System.out.printf("%,d lines stored in %d s%n", lines, (System.nanoTime() - before) / 1_000_000_000);
            load.run(4, WARM_UP);
            for (int clients : new int[] {1, 4, 16}) {
                HookLoad.Times times = load.run(clients, ROUND);
                table.append(String.format(
                        Locale.ROOT,
                        "| %,d | %d | %.0f | %.1f | %.1f | %.1f |%n",
                        lines,
                        clients,
                        times.perSecond(),
                        times.millis(0.50),
                        times.millis(0.90),
                        times.millis(0.99)));
            }
        }
        Files.writeString(folder.resolveSibling("order-bench.md"), table);
        System.out.println("\n" + table);
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

    private static void awaitReady(Process office, Path output) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY.toNanos();
        while (!Files.readString(output).contains("is ready")) {
            if (!office.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Not ready:\n" + Files.readString(output));
            }
            Thread.sleep(200);
        }
    }

    /** The port stands in the fourth line of PostgreSQL's own note. */
    private static String databaseUrl(Path state) throws IOException {
        String port = Files.readAllLines(state.resolve("database/data/postmaster.pid"))
                .get(3);
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=yibaoban&password="
                + Files.readString(state.resolve("database-password")).trim();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
