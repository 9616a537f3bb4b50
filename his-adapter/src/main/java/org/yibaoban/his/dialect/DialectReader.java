package org.yibaoban.his.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;

/** Reads the dialects under {@code config/dialects}, one a file; each says what differs from the standard one. */
public final class DialectReader {

    static final Set<String> KEYS =
            Set.of("dialect", "name", "senders", "charset", "facts", "codes", "not_yet", "times", "charges");
    static final Set<String> CHARGE_KEYS = Set.of("from", "refund_id", "updates");
    static final Set<String> CHARSETS = Set.of("UTF-8", "GB18030");

    private static final Path STANDARD = Path.of("standard.yaml");

    private DialectReader() {}

    /**
     * All dialects of a configuration folder; none where it has no {@code dialects/}.
     *
     * @throws ConfigFault for the first fault, with file, line and reason
     */
    public static Dialects read(Path configDir) {
        Path folder = configDir.resolve("dialects");
        if (!Files.isDirectory(folder)) {
            return Dialects.standard();
        }
        Dialect standard = standard();
        try (Stream<Path> files = Files.list(folder)) {
            List<Dialect> own = files.filter(
                            file -> file.getFileName().toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> readFile(file, standard))
                    .toList();
            return new Dialects(standard, own);
        } catch (IllegalArgumentException twice) {
            throw new ConfigFault(folder, 0, twice.getMessage());
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be read: " + e);
        }
    }

    /** The dialect of docs/hl7v2.md, which comes with the program. */
    static Dialect standard() {
        try (InputStream text = DialectReader.class.getResourceAsStream(STANDARD.toString())) {
            YamlNode root = YamlNode.read(STANDARD, new String(text.readAllBytes(), StandardCharsets.UTF_8));
            Dialect nothing = new Dialect(
                    "",
                    List.of(),
                    Optional.empty(),
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    List.of(),
                    new ChargeRules(false, true, Set.of()));
            return dialect(root, nothing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One dialect over another that says what the file leaves out. */
    static Dialect readFile(Path file, Dialect base) {
        YamlNode root = YamlNode.read(file);
        String id = root.get("dialect").text();
        if (!file.getFileName().toString().equals(id + ".yaml")) {
            throw root.get("dialect").fault("dialect " + id + " must stand in a file " + id + ".yaml");
        }
        if (root.get("senders").items().isEmpty()) {
            throw root.get("senders").fault("a dialect is for at least one sender");
        }
        return dialect(root, base);
    }

    private static Dialect dialect(YamlNode root, Dialect base) {
        root.onlyKeys(KEYS);
        YamlNode name = root.get("name").onlyKeys(Set.of("zh", "en"));
        name.get("zh").text();
        name.get("en").text();
        return new Dialect(
                root.get("dialect").text(),
                root.get("senders").items().stream().map(DialectReader::sender).toList(),
                root.find("charset").map(DialectReader::charset),
                root.find("facts").map(node -> places(node, base)).orElse(base.places()),
                root.find("codes").map(node -> codes(node, base)).orElse(base.codes()),
                root.find("not_yet")
                        .map(node -> node.items().stream().map(YamlNode::date).collect(Collectors.toSet()))
                        .<Set<LocalDate>>map(days -> days)
                        .orElse(base.notYet()),
                root.find("times").map(DialectReader::times).orElse(base.times()),
                root.find("charges").map(node -> charges(node, base.charges())).orElse(base.charges()));
    }

    private static String sender(YamlNode node) {
        if (!node.text().matches("[^|]*\\|[^|]*")) {
            throw node.fault("MSH-3|MSH-4 is expected here, such as HIS|H01 or HIS|*");
        }
        return node.text();
    }

    private static Charset charset(YamlNode node) {
        if (!CHARSETS.contains(node.text())) {
            throw node.fault("UTF-8 or GB18030 (which holds GBK and GB2312), not " + node.text());
        }
        return Charset.forName(node.text());
    }

    private static Map<Fact, List<Place>> places(YamlNode node, Dialect base) {
        Map<Fact, List<Place>> places = new EnumMap<>(Fact.class);
        places.putAll(base.places());
        node.entries().forEach((key, list) -> {
            Fact fact = Fact.ofKey(key).orElseThrow(() -> list.fault("unknown fact " + key));
            places.put(fact, list.items().stream().map(DialectReader::place).toList());
        });
        return Map.copyOf(places);
    }

    private static Place place(YamlNode node) {
        return Place.of(node.text())
                .orElseThrow(() -> node.fault(
                        "a place such as PV1-3.4, PID-3(2) or PID-3[MR] is expected here, not " + node.text()));
    }

    /** A table that the file has replaces the standard one: what it leaves out is not in this sender's table. */
    private static Map<CodeTable, Map<String, String>> codes(YamlNode node, Dialect base) {
        Map<CodeTable, Map<String, String>> codes = new EnumMap<>(CodeTable.class);
        codes.putAll(base.codes());
        node.entries().forEach((key, entries) -> {
            CodeTable table = CodeTable.ofKey(key).orElseThrow(() -> entries.fault("unknown table " + key));
            Map<String, String> meanings = new LinkedHashMap<>();
            entries.entries().forEach((code, meaning) -> meanings.put(code, meaning(table, meaning)));
            codes.put(table, meanings);
        });
        return Map.copyOf(codes);
    }

    private static String meaning(CodeTable table, YamlNode node) {
        if (!table.meanings().isEmpty() && !table.meanings().contains(node.text())) {
            throw node.fault("one of " + table.meanings().stream().sorted().toList() + ", not " + node.text());
        }
        return node.text();
    }

    private static List<DateTimeFormatter> times(YamlNode node) {
        return node.items().stream()
                .map(item -> {
                    try {
                        return DateTimeFormatter.ofPattern(item.text());
                    } catch (IllegalArgumentException e) {
                        throw item.fault("no form of a time: " + e.getMessage());
                    }
                })
                .toList();
    }

    private static ChargeRules charges(YamlNode node, ChargeRules base) {
        node.onlyKeys(CHARGE_KEYS);
        Set<String> updates = new HashSet<>(base.updates());
        node.find("updates").ifPresent(list -> {
            updates.clear();
            list.items().forEach(event -> updates.add(event.text()));
        });
        return new ChargeRules(
                node.find("from").map(n -> either(n, "orders", "dft")).orElse(base.fromOrders()),
                node.find("refund_id").map(n -> either(n, "own", "same")).orElse(base.refundHasOwnId()),
                Set.copyOf(updates));
    }

    private static boolean either(YamlNode node, String yes, String no) {
        if (!node.text().equals(yes) && !node.text().equals(no)) {
            throw node.fault(yes + " or " + no + ", not " + node.text());
        }
        return node.text().equals(yes);
    }
}
