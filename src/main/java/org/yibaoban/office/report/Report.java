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

    /** A table with its heading; a cell is a text, a number, or an amount in yuan. */
    public record Part(String chinese, String english, List<String> columns, List<List<Object>> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
