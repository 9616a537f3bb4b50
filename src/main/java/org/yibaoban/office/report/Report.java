package org.yibaoban.office.report;

import java.util.List;

/**
 * A report before it is a page, a workbook or a print.
 *
 * @param parts in their order
 */
public record Report(String chinese, String english, List<Part> parts) {

    public Report {
        parts = List.copyOf(parts);
    }

    /**
     * A table with its heading; a cell is a text, a number, or an amount in yuan.
     *
     * @param drawn places of the columns that a chart shows by the words of the first one; empty for no chart
     */
    public record Part(
            String chinese, String english, List<String> columns, List<List<Object>> rows, List<Integer> drawn) {
        public Part {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            drawn = List.copyOf(drawn);
        }

        /** Without a chart. */
        public Part(String chinese, String english, List<String> columns, List<List<Object>> rows) {
            this(chinese, english, columns, rows, List.of());
        }
    }
}
