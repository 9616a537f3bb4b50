package org.yibaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link SettlementBench} with JMH's own options and prints the ratios. Each is made of the median of the times of
 * single settlements: on a busy machine an average counts the time in which others were running.
 */
public final class BenchMain {

    private static final String HEAD = "| plan | lines | bare loop µs | engine µs | of the loop | all texts read µs |"
            + " of the loop | Drools µs | of the engine | of the engine, texts read |\n"
            + "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n";

    private BenchMain() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(SettlementBench.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        String table = table(results);
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "bench.md"), table);
        System.out.println("\n" + table);
    }

    private static String table(Collection<RunResult> results) {
        Map<String, Map<String, Double>> rows = new TreeMap<>();
        for (RunResult result : results) {
            String plan = result.getParams().getParam("plan");
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %5d |",
                    plan,
                    Integer.parseInt(result.getParams().getParam("lines")));
            rows.computeIfAbsent(row, key -> new TreeMap<>())
                    .put(
                            result.getPrimaryResult().getLabel(),
                            result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        StringBuilder table = new StringBuilder(HEAD);
        rows.forEach((row, times) -> table.append(row).append(cells(times)).append('\n'));
        return table.toString();
    }

    private static String cells(Map<String, Double> times) {
        if (!times.keySet().containsAll(List.of("engine", "engineRead", "bareLoop", "drools"))) {
            return " " + times + " |";
        }
        double loop = times.get("bareLoop");
        double engine = times.get("engine");
        double read = times.get("engineRead");
        double drools = times.get("drools");
        return String.format(
                Locale.ROOT,
                " %.2f | %.2f | %.1f x | %.2f | %.1f x | %.1f | %.1f x | %.1f x |",
                loop,
                engine,
                engine / loop,
                read,
                read / loop,
                drools,
                drools / engine,
                drools / read);
    }
}
