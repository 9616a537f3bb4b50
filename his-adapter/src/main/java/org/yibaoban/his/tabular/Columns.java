package org.yibaoban.his.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A table's header held against its map: where each field stands, and what has changed. */
public final class Columns {

    private final TableMap map;
    private final List<String> header;
    private final Map<String, Integer> at = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<String> unknown = new ArrayList<>();

    private Columns(TableMap map, List<String> header) {
        this.map = map;
        this.header = header;
    }

    /** @throws TableFault when a column that is needed is missing, or a name stands twice */
    public static Columns of(TableMap map, List<String> header) {
        Columns columns = new Columns(map, header);
        columns.find();
        return columns;
    }

    private void find() {
        for (int i = 0; i < header.size(); i++) {
            String name = plain(header.get(i));
            if (!name.isEmpty() && positions.put(name, i) != null) {
                throw new TableFault(
                        "表头中“" + header.get(i).strip() + "”出现两次",
                        "the header has \"" + header.get(i).strip() + "\" twice");
            }
        }
        Set<String> used = new HashSet<>();
        List<String> missing = new ArrayList<>();
        map.columns().forEach((field, column) -> {
            Optional<String> found = column.headers().stream()
                    .map(Columns::plain)
                    .filter(positions::containsKey)
                    .findFirst();
            found.ifPresent(name -> at.put(field, positions.get(name)));
            if (found.isEmpty()
                    && column.fixed().isEmpty()
                    && map.kind().required().contains(field)) {
                missing.add(String.join("/", column.headers()));
            }
            column.headers().stream().map(Columns::plain).forEach(used::add);
        });
        map.where().ifPresent(where -> {
            if (position(where.headers()).isEmpty()) {
                missing.add(String.join("/", where.headers()));
            }
            where.headers().stream().map(Columns::plain).forEach(used::add);
        });
        map.keyColumns().forEach(name -> {
            if (position(List.of(name)).isEmpty()) {
                missing.add(name);
            }
            used.add(plain(name));
        });
        map.view().map(TableMap.View::watermark).map(Columns::plain).ifPresent(used::add);
        if (!missing.isEmpty()) {
            throw new TableFault(
                    "缺少列：" + String.join("、", missing), "columns are missing: " + String.join(", ", missing));
        }
        map.ignored().stream().map(Columns::plain).forEach(used::add);
        header.stream()
                .filter(name -> !name.isBlank() && !used.contains(plain(name)))
                .map(String::strip)
                .forEach(unknown::add);
    }

    /** Where the first of these names stands. */
    OptionalInt position(List<String> headers) {
        return headers.stream()
                .map(Columns::plain)
                .filter(positions::containsKey)
                .mapToInt(positions::get)
                .findFirst();
    }

    OptionalInt of(String field) {
        Integer position = at.get(field);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The header's name of a field, or the field where the table has no column for it. */
    String nameOf(String field) {
        return of(field).isPresent() ? header.get(of(field).getAsInt()).strip() : field;
    }

    List<String> header() {
        return header;
    }

    TableMap map() {
        return map;
    }

    /** Columns that the map does not know: new ones, or renamed ones that were optional. */
    public List<String> unknown() {
        return unknown;
    }

    private static String plain(String name) {
        return name.replace("\uFEFF", "").replaceAll("[\\s\u3000]", "").toLowerCase(Locale.ROOT);
    }
}
