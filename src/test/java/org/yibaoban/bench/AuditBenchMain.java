package org.yibaoban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link AuditBench} with JMH's own options and prints the medians and their ratios. */
public final class AuditBenchMain {

    private static final String HEAD =
            "| lines | engine µs | Drools µs | of the engine | a new line µs | worst of 1000 µs |"
                    + " a late line µs |\n|---:|---:|---:|---:|---:|---:|---:|\n";

    private AuditBenchMain() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException, IOException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(AuditBench.class.getName())
                        .shouldFailOnError(true)
                        .build())
                .run();
        Map<Integer, Map<String, RunResult>> rows = new TreeMap<>();
        for (RunResult result : results) {
            rows.computeIfAbsent(Integer.parseInt(result.getParams().getParam("lines")), key -> new TreeMap<>())
                    .put(result.getPrimaryResult().getLabel(), result);
        }
        StringBuilder table = new StringBuilder(HEAD);
        rows.forEach((lines, row) -> table.append(String.format(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f x | %.1f | %.1f | %.1f |%n",
                lines,
                at(row, "engine", 50),
                at(row, "drools", 50),
                at(row, "drools", 50) / at(row, "engine", 50),
                at(row, "newLineAndBack", 50) / 2,
                at(row, "newLineAndBack", 99.9) / 2,
                at(row, "lateLineAndBack", 50) / 2)));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target", "bench-audit.md"), table.toString());
        System.out.println("\n" + table);
    }

    private static double at(Map<String, RunResult> row, String name, double percentile) {
        return row.get(name).getPrimaryResult().getStatistics().getPercentile(percentile);
    }
}
