package org.yibaoban.launcher.orderbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    private OrderBench() {}

    /** @param args a folder that may be removed, the jar, the folder {@code config/} */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (BenchOffice office = BenchOffice.start(folder, args[1], args[2])) {
            measure(new BenchHospital(office.databaseUrl()), new HookLoad(office.port()), folder);
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
}
