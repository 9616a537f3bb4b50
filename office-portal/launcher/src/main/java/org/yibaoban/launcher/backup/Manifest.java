package org.yibaoban.launcher.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds. It is written last: a file without it is not a backup.
 *
 * @param takenAt the moment the books are those of, the database's own time, ISO 8601
 * @param snapshot which transactions were committed at that moment, as {@code pg_current_snapshot()} says it
 * @param schemaVersion the last migration that had run
 * @param tables in an order in which rows can be put back: a row comes after those it refers to
 * @param sequences the last number each gave out, at the moment or later
 */
record Manifest(
        String takenAt, String snapshot, String schemaVersion, List<Table> tables, Map<String, Long> sequences) {

    /** The entry's name in the file. */
    static final String NAME = "manifest.json";

    /** A table's columns, without those the database works out itself, and how many rows there were. */
    record Table(String name, List<String> columns, long rows) {

        /** The entry with the rows, as PostgreSQL's COPY writes them. */
        String entry() {
            return "tables/" + name + ".copy";
        }

        /** The table with its columns as COPY names them. */
        String copied() {
            return Books.quoted(name) + " ("
                    + String.join(", ", columns.stream().map(Books::quoted).toList()) + ")";
        }
    }

    long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
