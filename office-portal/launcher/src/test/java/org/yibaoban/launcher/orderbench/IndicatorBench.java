package org.yibaoban.launcher.orderbench;

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
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The indicators of the hospital's month over HTTP from the running {@code yibaoban.jar}, with few and with many charge
 * lines in that month, and what a line costs to be counted. Prints the tables of {@code docs/performance.md}.
 */
public final class IndicatorBench {

    private static final String SIZES = System.getProperty("bench.lines", "100000,10000000");
    private static final int CALLS = Integer.getInteger("bench.calls", 400);
    private static final int MOVES = 20_000;
    private static final int ALONE = 200;
    private static final long FIRST = 1_000_000_001L;
    private static final String MOVE = "insert into indicator_move (visit_id, day, department, doctor, charge_type,"
            + " item_class, large_equipment, amount, lines)";

    private final BenchOffice office;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final StringBuilder table = new StringBuilder();

    private IndicatorBench(BenchOffice office) {
        this.office = office;
    }

    /** @param args a folder that may be removed, the jar, the folder {@code config/} */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (BenchOffice office = BenchOffice.start(folder, args[1], args[2])) {
            IndicatorBench bench = new IndicatorBench(office);
            bench.measure();
            Files.writeString(folder.resolveSibling("indicator-bench.md"), bench.table);
            System.out.println("\n" + bench.table);
        }
    }

    private void measure() throws Exception {
        BenchHospital hospital = new BenchHospital(office.databaseUrl());
        row(
                "| stored lines | rebuilt s | p50 ms | p90 ms | p99 ms | insert, ms a line | fold, ms a line | one line alone, ms |");
        row("|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (String size : SIZES.split(",")) {
            long lines = Long.parseLong(size.trim());
            hospital.grow(lines);
            long before = System.nanoTime();
            call(request("/api/indicators/rebuild")
                    .POST(BodyPublishers.noBody())
                    .build());
            double rebuilt = millis(System.nanoTime() - before) / 1000;
            dashboards();
            long[] times = dashboards();
            row(String.format(
                    Locale.ROOT,
                    "| %,d | %.1f | %.1f | %.1f | %.1f | %.3f | %.3f | %.1f |",
                    lines,
                    rebuilt,
                    millis(times[CALLS / 2]),
                    millis(times[CALLS * 9 / 10]),
                    millis(times[CALLS * 99 / 100]),
                    inserting(),
                    folding(),
                    alone()));
        }
    }

    private void row(String text) {
        table.append(text).append('\n');
        System.out.println(text);
    }

    /** Hospital and departments of the month with what they are compared to: two calls, as the page shows them. */
    private long[] dashboards() throws Exception {
        long[] times = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long before = System.nanoTime();
            call(figures("hospital"));
            call(figures("department"));
            times[i] = System.nanoTime() - before;
        }
        Arrays.sort(times);
        return times;
    }

    /** The statement that a posting transaction has more, in ms. */
    private double inserting() throws Exception {
        try (Connection connection = DriverManager.getConnection(office.databaseUrl());
                PreparedStatement insert = connection.prepareStatement(
                        MOVE + " values (?, current_date, '0304', '', 'DRUG', 'A', false, 1.00, 1)")) {
            connection.setAutoCommit(false);
            long before = 0;
            for (int i = 0; i < 2 * MOVES / 10; i++) {
                if (i == MOVES / 10) {
                    before = System.nanoTime();
                }
                insert.setLong(1, FIRST);
                insert.executeUpdate();
            }
            double each = millis(System.nanoTime() - before) / (MOVES / 10);
            connection.rollback();
            return each;
        }
    }

    /** Lines of many stays that came in one moment, until all are counted; in ms a line. */
    private double folding() throws Exception {
        try (Connection connection = DriverManager.getConnection(office.databaseUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(MOVE + " select 1000000000 + 1 + g % " + BenchHospital.OPEN
                    + ", current_date, '0304', '', 'DRUG', 'A', false, 1.00, 1 from generate_series(1, " + MOVES
                    + ") g");
            long before = System.nanoTime();
            call(figures("hospital"));
            while (waiting(statement)) {
                Thread.sleep(1);
            }
            return millis(System.nanoTime() - before) / MOVES;
        }
    }

    /** One line, until a reader has its sums: what folding costs where nobody shares it; in ms. */
    private double alone() throws Exception {
        long all = 0;
        try (Connection connection = DriverManager.getConnection(office.databaseUrl());
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < ALONE; i++) {
                statement.execute(MOVE + " values (1000000001, current_date, '0304', '', 'DRUG', 'A', false, 1.00, 1)");
                long before = System.nanoTime();
                call(figures("hospital"));
                all += System.nanoTime() - before;
            }
        }
        return millis(all) / ALONE;
    }

    private static boolean waiting(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select exists (select 1 from indicator_move)")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    private HttpRequest figures(String by) {
        return request("/api/indicators?grain=month&by=" + by + "&day=" + LocalDate.now(ZoneId.of("Asia/Shanghai")))
                .GET()
                .build();
    }

    private HttpRequest.Builder request(String path) {
        String credentials = Base64.getEncoder().encodeToString("office:demo-2026".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + office.port() + path))
                .header("Authorization", "Basic " + credentials);
    }

    private void call(HttpRequest request) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
