package org.yibaoban.his.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;

/** Reads and checks the column maps under {@code config/tabular}, one source a file; docs/tabular.md tells the format. */
public final class MapReader {

    static final Set<String> KEYS =
            Set.of("source", "time_zone", "charset", "delimiter", "thousands", "currency", "yuan_for_one", "tables");
    static final Set<String> TABLE_KEYS =
            Set.of("table", "name", "kind", "columns", "ignore", "where", "key", "same_key", "view");
    static final Set<String> VIEW_KEYS = Set.of("name", "watermark", "look_back_minutes", "from");
    static final Set<String> DELIMITERS = Set.of("comma", "tab", "semicolon", "bar");
    static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030");

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    /** Nothing else goes into the statement that polls. */
    private static final Pattern VIEW = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*(\\.[\\p{L}_][\\p{L}\\d_]*){0,2}");

    private final YamlNode root;
    private final String source;
    private final ZoneId hospital;

    private MapReader(YamlNode root, ZoneId hospital) {
        this.root = root;
        this.hospital = hospital;
        this.source = name(root.get("source"));
    }

    /**
     * All maps of a configuration folder; none where it has no folder {@code tabular}.
     *
     * @param hospital the zone of times whose source names none
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static TableMaps read(Path configDir, ZoneId hospital) {
        Path folder = configDir.resolve("tabular");
        if (!Files.isDirectory(folder)) {
            return new TableMaps(List.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new TableMaps(files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file -> readFile(file, hospital).stream())
                    .toList());
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be read: " + e);
        }
    }

    /**
     * The maps of one source.
     *
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static List<TableMap> readFile(Path file, ZoneId hospital) {
        MapReader reader = new MapReader(YamlNode.read(file).onlyKeys(KEYS), hospital);
        if (!file.getFileName().toString().equals(reader.source + ".yaml")) {
            throw reader.root
                    .get("source")
                    .fault("source " + reader.source + " must stand in a file " + reader.source + ".yaml");
        }
        List<TableMap> tables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : reader.root.get("tables").items()) {
            TableMap table = reader.table(node.onlyKeys(TABLE_KEYS));
            if (!names.add(table.table())) {
                throw node.get("table").fault("table " + table.table() + " stands twice");
            }
            tables.add(table);
        }
        return tables;
    }

    private TableMap table(YamlNode node) {
        TableKind kind = TableKind.ofKey(node.get("kind").text())
                .orElseThrow(() -> node.get("kind")
                        .fault("unknown kind " + node.get("kind").text()));
        Map<String, ColumnMap> columns = columns(node.get("columns"), kind);
        YamlNode words = node.get("name").onlyKeys(Set.of("zh", "en"));
        List<String> key = key(node, kind, columns);
        boolean sums = node.find("same_key").map(MapReader::sums).orElse(false);
        if (sums && kind != TableKind.CHARGES) {
            throw node.get("same_key").fault("only charges can be added up");
        }
        Optional<TableMap.View> view = node.find("view").map(MapReader::view);
        checkView(node, kind, columns, key, sums, view);
        return new TableMap(
                source,
                name(node.get("table")),
                words.get("zh").text(),
                words.get("en").text(),
                kind,
                columns,
                Set.copyOf(node.find("ignore").map(MapReader::texts).orElse(List.of())),
                node.find("where").map(MapReader::where),
                key,
                sums,
                root.find("time_zone").map(ColumnReader::zone).orElse(hospital),
                root.find("currency").map(YamlNode::text).orElse("CNY"),
                yuanForOne(),
                root.find("thousands").map(YamlNode::bool).orElse(false),
                text(),
                view);
    }

    private static Map<String, ColumnMap> columns(YamlNode node, TableKind kind) {
        Map<String, ColumnMap> columns = new LinkedHashMap<>();
        node.entries().forEach((field, column) -> {
            if (!kind.fields().contains(field)) {
                throw column.fault(kind.key() + " have no field " + field);
            }
            columns.put(field, ColumnReader.read(field, column));
        });
        kind.required().stream()
                .filter(field -> !columns.containsKey(field))
                .findFirst()
                .ifPresent(field -> {
                    throw node.fault("the map must say where " + field + " comes from");
                });
        return columns;
    }

    private static List<String> key(YamlNode node, TableKind kind, Map<String, ColumnMap> columns) {
        Optional<YamlNode> given = node.find("key");
        if (!kind.identity().isEmpty()) {
            given.ifPresent(key -> {
                throw key.fault(
                        kind.key() + " are known by " + String.join(", ", kind.identity()) + ", they take no key");
            });
            return kind.identity();
        }
        YamlNode key = given.orElseThrow(() -> node.fault("key is missing: the fields that identify a row"));
        List<String> fields = texts(key);
        fields.stream()
                .filter(field -> !columns.containsKey(field) && !field.startsWith("="))
                .findFirst()
                .ifPresent(field -> {
                    throw key.fault(
                            field + " is no mapped field; a column that is only part of the key is written =HEADER");
                });
        if (columns.containsKey("reverses") && fields.size() != 1) {
            throw key.fault("where a column names the reversed row, the key must be the one field that it names");
        }
        return fields;
    }

    private static void checkView(
            YamlNode node,
            TableKind kind,
            Map<String, ColumnMap> columns,
            List<String> key,
            boolean sums,
            Optional<TableMap.View> view) {
        if (view.isEmpty()) {
            return;
        }
        if (kind.wholeVisits()) {
            throw node.get("view").fault("a look-back would cut a visit's diagnoses in two; give them with the visits");
        }
        String watermark = view.get().watermark();
        boolean inKey = key.contains("=" + watermark)
                || key.stream()
                        .filter(columns::containsKey)
                        .anyMatch(field -> columns.get(field).headers().contains(watermark));
        if (sums && !inKey) {
            throw node.get("view")
                    .fault(
                            "with same_key: sum the watermark must be part of the key, or a look-back would cut a sum in two");
        }
    }

    private static boolean sums(YamlNode node) {
        return switch (node.text()) {
            case "sum" -> true;
            case "refuse" -> false;
            default -> throw node.fault("sum or refuse is expected here, not " + node.text());
        };
    }

    private static TableMap.Where where(YamlNode node) {
        node.onlyKeys(Set.of("column", "in"));
        return new TableMap.Where(List.of(node.get("column").text()), Set.copyOf(texts(node.get("in"))));
    }

    private static TableMap.View view(YamlNode node) {
        node.onlyKeys(VIEW_KEYS);
        String name = node.get("name").text();
        String watermark = node.get("watermark").text();
        if (!VIEW.matcher(name).matches()) {
            throw node.get("name").fault("a view is named like schema.view, not " + name);
        }
        if (!VIEW.matcher(watermark).matches()) {
            throw node.get("watermark").fault("a column's name is expected here, not " + watermark);
        }
        int minutes = node.get("look_back_minutes").integer();
        if (minutes < 0) {
            throw node.get("look_back_minutes").fault("must not be negative");
        }
        return new TableMap.View(
                name, watermark, Duration.ofMinutes(minutes), parsed(node.get("from"), LocalDateTime::parse));
    }

    private BigDecimal yuanForOne() {
        boolean yuan = root.find("currency").map(YamlNode::text).orElse("CNY").equals("CNY");
        Optional<YamlNode> rate = root.find("yuan_for_one");
        if (!yuan && rate.isEmpty()) {
            throw root.get("currency").fault("amounts that are not yuan need yuan_for_one");
        }
        if (yuan && rate.isPresent()) {
            throw rate.get().fault("yuan are not converted");
        }
        BigDecimal factor = rate.map(YamlNode::decimal).orElse(BigDecimal.ONE);
        if (factor.signum() <= 0) {
            throw rate.orElse(root).fault("must be positive");
        }
        return factor;
    }

    private TableMap.TextForm text() {
        Optional<String> charset = root.find("charset").map(node -> oneOf(node, CHARSETS));
        Optional<Character> delimiter = root.find("delimiter").map(node -> switch (oneOf(node, DELIMITERS)) {
            case "comma" -> ',';
            case "tab" -> '\t';
            case "semicolon" -> ';';
            default -> '|';
        });
        return new TableMap.TextForm(charset, delimiter);
    }

    static String oneOf(YamlNode node, Set<String> words) {
        if (!words.contains(node.text())) {
            throw node.fault("one of " + words.stream().sorted().toList() + " is expected here, not " + node.text());
        }
        return node.text();
    }

    static List<String> texts(YamlNode node) {
        return node.isList() ? node.items().stream().map(YamlNode::text).toList() : List.of(node.text());
    }

    static <T> T parsed(YamlNode node, Function<String, T> reading) {
        try {
            return reading.apply(node.text());
        } catch (DateTimeException | IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static String name(YamlNode node) {
        if (!NAME.matcher(node.text()).matches()) {
            throw node.fault("a name has small letters, digits and hyphens, at most 40, not " + node.text());
        }
        return node.text();
    }
}
