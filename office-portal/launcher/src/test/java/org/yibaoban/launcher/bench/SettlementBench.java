package org.yibaoban.launcher.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Whole settlements in the running {@code yibaoban.jar}, from the clerk's request to the stored and checked answer of the
 * payer sandbox, beside what none can do without ({@link BareSettlement}), in one run on one machine. Prints the table of
 * {@code docs/performance.md}.
 */
public final class SettlementBench {

    private static final String[] SIZES =
            System.getProperty("bench.sizes", "20,500").split(",");
    private static final int STAYS = Integer.getInteger("bench.stays", 200);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 100);
    private static final int CLERKS = 4;
    private static final long LOOK_NANOS = 500_000;
    private static final long MOST_NANOS = 60_000_000_000L;
    private static final String HEAD =
            "| lines | whole p50 ms | p99 ms | a second, 4 clerks | written ms | round trip ms |"
                    + " commit ms | of the bare sum |\n|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningOffice office;
    private final Path config;
    private int next;

    private SettlementBench(RunningOffice office, Path config) {
        this.office = office;
        this.config = config;
    }

    /** @param args folder for the state, made anew; the jar; the folder config */
    public static void main(String[] args) throws Exception {
        try (RunningOffice office = RunningOffice.start(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]))) {
            SettlementBench bench = new SettlementBench(office, Path.of(args[2]));
            StringBuilder table = new StringBuilder(HEAD);
            for (String lines : SIZES) {
                table.append(bench.row(Integer.parseInt(lines)));
            }
            Files.writeString(Path.of(args[0]).resolveSibling("settlement-bench.md"), table);
            System.out.println("\n" + STAYS + " stays each\n\n" + table);
        }
    }

    private String row(int lines) throws Exception {
        BareCommits.prepare(office.databaseUrl());
        settle(bring(lines, WARM_UP), CLERKS);
        long[] whole = settle(bring(lines, STAYS), 1);
        long[][] bare = bare();
        List<String> more = bring(lines, STAYS);
        long start = System.nanoTime();
        settle(more, CLERKS);
        double perSecond = more.size() * 1e9 / (System.nanoTime() - start);
        double sum = 0;
        for (long[] part : bare) {
            sum += millis(part, 0.5);
        }
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f | %.2f | %.2f | %.2f | %.1f x |%n",
                lines,
                millis(whole, 0.5),
                millis(whole, 0.99),
                perSecond,
                millis(bare[0], 0.5),
                millis(bare[1], 0.5),
                millis(bare[2], 0.5),
                millis(whole, 0.5) / sum);
    }

    private List<String> bring(int lines, int count) throws Exception {
        new ClaimedStays(next, lines, config).bring(count, office.databaseUrl(), office.mllpPort());
        List<String> visits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visits.add(ClaimedStays.visit(next++));
        }
        return visits;
    }

    /** @return nanoseconds of each, sorted */
    private long[] settle(List<String> visits, int clerks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clerks);
        try {
            List<Future<List<Long>>> parts = new ArrayList<>();
            for (int clerk = 0; clerk < clerks; clerk++) {
                int from = clerk;
                parts.add(threads.submit(() -> clerk(visits, from, clerks)));
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> part : parts) {
                all.addAll(part.get());
            }
            return all.stream().mapToLong(Long::longValue).sorted().toArray();
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Long> clerk(List<String> visits, int from, int step) throws Exception {
        List<Long> times = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(office.databaseUrl());
                PreparedStatement state = connection.prepareStatement(
                        "select c.state from claim c join visit v on v.id = c.visit_id where v.number = ?")) {
            for (int i = from; i < visits.size(); i += step) {
                long start = System.nanoTime();
                claim(visits.get(i));
                state.setString(1, visits.get(i));
                await(state, visits.get(i));
                times.add(System.nanoTime() - start);
            }
        }
        return times;
    }

    private void claim(String visit) throws Exception {
        String credentials = Base64.getEncoder().encodeToString("billing:demo-2026".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + office.httpPort() + "/api/visits/" + visit + "/claim"))
                        .header("Authorization", "Basic " + credentials)
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(visit + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static void await(PreparedStatement state, String visit) throws Exception {
        long end = System.nanoTime() + MOST_NANOS;
        String seen = "";
        while (!seen.equals("SETTLED")) {
            try (ResultSet row = state.executeQuery()) {
                row.next();
                seen = row.getString(1);
            }
            if (System.nanoTime() > end || seen.equals("REFUSED") || seen.equals("DIFFERENCE")) {
                throw new IllegalStateException(visit + " is " + seen);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** @return nanoseconds of writing, round trip and commit, each sorted, with the claim that was settled last */
    private long[][] bare() throws Exception {
        try (Connection connection = DriverManager.getConnection(office.databaseUrl());
                PreparedStatement last = connection.prepareStatement("select request, response from payer_exchange"
                        + " where kind = 'CLAIM' order by at desc limit 1");
                ResultSet exchange = last.executeQuery()) {
            exchange.next();
            long[][] parts = new long[3][STAYS];
            try (BareSettlement bare =
                    new BareSettlement(office.databaseUrl(), exchange.getBytes(1), exchange.getBytes(2))) {
                for (int i = -WARM_UP; i < STAYS; i++) {
                    long[] once = bare.once();
                    for (int part = 0; part < parts.length && i >= 0; part++) {
                        parts[part][i] = once[part];
                    }
                }
            }
            for (long[] part : parts) {
                Arrays.sort(part);
            }
            return parts;
        }
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
