package org.yibaoban.casebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.casebook.CaseResult.Difference;

/** What came of a run: the differences as a table, the faults, and a count. */
public final class CasebookReport {

    private static final List<String> HEAD = List.of("file", "case", "field", "expected", "got");

    private final List<Row> rows = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int cases;
    private int held;

    /** A field of a case that came out otherwise than its file expects. */
    public record Row(String file, String name, String field, String expected, String got) {

        private List<String> cells() {
            return List.of(file, name, field, expected, got);
        }
    }

    void addResults(Path file, List<CaseResult> results) {
        for (CaseResult result : results) {
            cases++;
            held += result.holds() ? 1 : 0;
            for (Difference difference : result.differences()) {
                rows.add(new Row(
                        file.toString(), result.name(), difference.field(), difference.expected(), difference.got()));
                if (!result.computed()) {
                    faults.add(file + ":" + result.line() + ": " + result.name() + ": " + difference.got());
                }
            }
        }
    }

    void addFault(String fault) {
        faults.add(fault);
    }

    public int cases() {
        return cases;
    }

    public int held() {
        return held;
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Bad files, and cases that cannot be computed: each with file, line and key. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** 0 when all cases hold, 1 when not, 2 on a bad file or a case that cannot be computed. */
    public int exitCode() {
        if (!faults.isEmpty()) {
            return 2;
        }
        return held == cases ? 0 : 1;
    }

    /** Such as {@code 12 of 12 cases hold}. */
    public String count() {
        return held + " of " + cases + " cases hold";
    }

    /** The differences, one a line under a head; empty when there are none. */
    public List<String> table() {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        rows.forEach(row -> all.add(row.cells()));
        int[] widths = new int[HEAD.size()];
        for (List<String> row : all) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return all.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /** Chinese characters take two columns of a terminal. */
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
    }
}
