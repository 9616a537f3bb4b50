package org.yibaoban.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Durable intake against its two limits, in one run on one machine: charge messages through the MLLP door of the
 * running {@code yibaoban.jar} into its PostgreSQL; HAPI that parses and acknowledges the same messages and stores
 * nothing; and as many bare commits into the same PostgreSQL. All by the same number of senders. Prints the table of
 * {@code docs/performance.md}.
 */
public final class IntakeBench {

    private static final int SENDERS = Integer.getInteger("bench.senders", 8);
    private static final int LINES_A_ROUND = Integer.getInteger("bench.lines", 6_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP_ROUNDS = Integer.getInteger("bench.warmup", 8);
    /** Lines a message. */
    private static final String[] SIZES =
            System.getProperty("bench.sizes", "1,5,20").split(",");

    private static final int VISITS = 200;
    private static final String HEAD =
            "| lines a message | HAPI parse + ACK, not stored | bare commits | door, messages/s |"
                    + " door, lines/s | of the lower limit | server CPU, ms a message |\n|---:|---:|---:|---:|---:|---:|---:|\n";

    private IntakeBench() {}

    /** @param args folder for the state, made anew; the jar; the folder config */
    public static void main(String[] args) throws Exception {
        try (RunningOffice office = RunningOffice.start(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]))) {
            StringBuilder table = new StringBuilder(HEAD);
            for (String lines : SIZES) {
                table.append(row(office, Integer.parseInt(lines)));
            }
            Files.writeString(Path.of(args[0]).resolveSibling("intake-bench.md"), table);
            System.out.println("\n" + SENDERS + " senders, median of " + ROUNDS + " rounds\n\n" + table);
        }
    }

    private static String row(RunningOffice office, int lines) throws Exception {
        List<Double> hapi = new ArrayList<>();
        List<Double> commits = new ArrayList<>();
        List<Double> door = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        BareCommits.prepare(office.databaseUrl());
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            Traffic traffic = new Traffic("B" + lines + "R" + round + "V", VISITS, lines);
            List<byte[]> admissions =
                    IntStream.range(0, VISITS).mapToObj(traffic::admission).toList();
            List<byte[]> charges = IntStream.range(0, Math.max(400, LINES_A_ROUND / lines))
                    .mapToObj(traffic::charges)
                    .toList();
            Load.perSecond(SENDERS, admissions, () -> new Door(office.mllpPort()));
            boolean counts = round >= WARM_UP_ROUNDS;
            add(counts, hapi, Load.perSecond(SENDERS, charges, BareHapi::new));
            add(counts, commits, Load.perSecond(SENDERS, charges, () -> new BareCommits(office.databaseUrl())));
            Duration before = office.cpu();
            add(counts, door, Load.perSecond(SENDERS, charges, () -> new Door(office.mllpPort())));
            if (counts) {
                cpu.add(office.cpu().minus(before).toNanos() / 1e6 / charges.size());
            }
        }
        double limit = Math.min(median(hapi), median(commits));
        return String.format(
                Locale.ROOT,
                "| %d | %,.0f | %,.0f | %,.0f | %,.0f | %.0f %% | %.1f |%n",
                lines,
                median(hapi),
                median(commits),
                median(door),
                median(door) * lines,
                100 * median(door) / limit,
                median(cpu));
    }

    private static void add(boolean counts, List<Double> to, double rate) throws IOException {
        System.out.printf(Locale.ROOT, "%s%,.0f/s%n", counts ? "" : "(warm-up) ", rate);
        if (counts) {
            to.add(rate);
        }
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
