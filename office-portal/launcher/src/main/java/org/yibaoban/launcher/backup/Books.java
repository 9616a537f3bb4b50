package org.yibaoban.launcher.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the office's schema consists of, looked up in the database itself: no list of tables that could be out of date. */
final class Books {

    /** Flyway's own book of the migrations that ran; it is made by migrating, not copied. */
    static final String HISTORY = "flyway_schema_history";

    private static final String OURS =
            "c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> '" + HISTORY
                    + "'";

    private final Connection connection;

    Books(Connection connection) {
        this.connection = connection;
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Every table with its columns, each after the tables its rows refer to. */
    Map<String, List<String>> tables() throws SQLException {
        Map<String, List<String>> columns = lists("select c.relname, a.attname from pg_class c"
                + " join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
                + " and a.attgenerated = '' where not c.relispartition and " + OURS + " order by c.relname, a.attnum");
        // what is looked at only at the end of the transaction needs no order
        Map<String, List<String>> references = lists("select c.relname, r.relname from pg_constraint k"
                + " join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid"
                + " where k.contype = 'f' and not k.condeferrable and r.oid <> c.oid and " + OURS);
        Set<String> ordered = new LinkedHashSet<>();
        columns.keySet().forEach(table -> place(table, references, ordered, new LinkedHashSet<>()));
        Map<String, List<String>> tables = new LinkedHashMap<>();
        ordered.forEach(table -> tables.put(table, columns.get(table)));
        return tables;
    }

    private static void place(
            String table, Map<String, List<String>> references, Set<String> ordered, Set<String> above) {
        if (!above.add(table)) {
            throw new IllegalStateException("tables refer to each other in a circle: " + above);
        }
        references.getOrDefault(table, List.of()).stream()
                .filter(referred -> !ordered.contains(referred))
                .forEach(referred -> place(referred, references, ordered, above));
        above.remove(table);
        ordered.add(table);
    }

    /** The last number of each sequence that has given out any. */
    Map<String, Long> sequences() throws SQLException {
        Map<String, Long> numbers = new LinkedHashMap<>();
        lists("select sequencename, last_value::text from pg_sequences where schemaname = current_schema()"
                        + " and last_value is not null order by 1")
                .forEach((name, last) -> numbers.put(name, Long.valueOf(last.get(0))));
        return numbers;
    }

    /** @return empty where there is none */
    String schemaVersion() throws SQLException {
        if (text("select to_regclass('" + HISTORY + "')::text").isEmpty()) {
            return "";
        }
        return text("select version from " + HISTORY
                + " where success and version is not null order by installed_rank desc limit 1");
    }

    /** The first column of the first row, empty where there is none. */
    String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getString(1) != null ? rows.getString(1) : "";
        }
    }

    private Map<String, List<String>> lists(String sql) throws SQLException {
        Map<String, List<String>> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString(1), name -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        return found;
    }
}
