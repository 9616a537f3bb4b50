package org.yibaoban.config;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * A value of a YAML file that knows its file and line, so that every fault can name them. Scalars are kept as written:
 * a decimal is read exactly, never through a binary double.
 */
public final class YamlNode {

    /** Far above any figure of the trade, quotients written out included; without it 1e999999999 would fill the memory. */
    private static final int MOST_DIGITS = 100;

    private final Path file;
    private final String path;
    private final Node node;

    private YamlNode(Path file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /** @throws ConfigFault when the file cannot be read, is empty, or is no YAML */
    public static YamlNode read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new ConfigFault(file, 0, "cannot be read as UTF-8 text: " + e);
        }
    }

    /**
     * Of a text that is in memory already.
     *
     * @param file what faults call it
     * @throws ConfigFault when it is empty or no YAML
     */
    public static YamlNode parse(Path file, String text) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setSchema(new CoreSchema())
                    .setAllowDuplicateKeys(false)
                    .setCodePointLimit(Integer.MAX_VALUE)
                    .build();
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> new YamlNode(file, "", node))
                    .orElseThrow(() -> new ConfigFault(file, 0, "the file is empty"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new ConfigFault(file, line, "no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ConfigFault(file, 0, "no YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            // the composer recurses and has no limit of its own; it holds nothing that the unwinding could spoil
            throw new ConfigFault(file, 0, "nested too deeply");
        }
    }

    public Path file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Where it stands in the file, such as {@code cases[2].visit.type}; blank for the whole file. */
    public String path() {
        return path;
    }

    /** A fault at this place. */
    public ConfigFault fault(String reason) {
        return new ConfigFault(file, line(), path.isEmpty() ? reason : path + ": " + reason);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /**
     * The entries in the order of the file.
     *
     * @throws ConfigFault when this is no map, or a key stands twice
     */
    public Map<String, YamlNode> entries() {
        if (!(node instanceof MappingNode map)) {
            throw fault("a map is expected here");
        }
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : map.getValue()) {
            YamlNode key = new YamlNode(file, path, tuple.getKeyNode());
            String below = path.isEmpty() ? key.text() : path + "." + key.text();
            if (entries.put(key.text(), new YamlNode(file, below, tuple.getValueNode())) != null) {
                throw key.fault("key " + key.text() + " stands twice");
            }
        }
        return entries;
    }

    /** @throws ConfigFault naming the first key of this map that is not in the set */
    public YamlNode onlyKeys(Set<String> known) {
        entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                throw value.fault("unknown key " + key);
            }
        });
        return this;
    }

    public Optional<YamlNode> find(String key) {
        return Optional.ofNullable(entries().get(key)).filter(value -> !value.isNull());
    }

    /** @throws ConfigFault when the key is missing */
    public YamlNode get(String key) {
        return find(key).orElseThrow(() -> fault("key " + key + " is missing"));
    }

    /** @throws ConfigFault when this is no list */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw fault("a list is expected here");
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            items.add(new YamlNode(file, path + "[" + (items.size() + 1) + "]", item));
        }
        return items;
    }

    /** @throws ConfigFault when this is no single value */
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            throw fault("a single value is expected here");
        }
        return scalar.getValue();
    }

    /** @throws ConfigFault when this is no decimal */
    public BigDecimal decimal() {
        try {
            BigDecimal decimal = new BigDecimal(text());
            if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
                throw fault("a decimal of at most " + MOST_DIGITS + " digits is expected here, not " + text());
            }
            return decimal;
        } catch (NumberFormatException e) {
            throw fault("a decimal is expected here, not " + text());
        }
    }

    /** @throws ConfigFault when this is no whole number */
    public int integer() {
        try {
            return decimal().intValueExact();
        } catch (ArithmeticException e) {
            throw fault("a whole number is expected here, not " + text());
        }
    }

    /** @throws ConfigFault when this is neither true nor false */
    public boolean bool() {
        return switch (text()) {
            case "true", "True", "TRUE" -> true;
            case "false", "False", "FALSE" -> false;
            default -> throw fault("true or false is expected here, not " + text());
        };
    }

    /** @throws ConfigFault when this is no date such as 2026-01-31 */
    public LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException e) {
            throw fault("a date such as 2026-01-31 is expected here, not " + text());
        }
    }

    private boolean isNull() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }
}
