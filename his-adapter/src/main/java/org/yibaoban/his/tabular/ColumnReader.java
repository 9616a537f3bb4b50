package org.yibaoban.his.tabular;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.YamlNode;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

/** Reads one column of a map: a header, a list of headers, or a map of what else there is to say. */
final class ColumnReader {

    static final Set<String> KEYS = Set.of("header", "value", "codes", "formats", "zone", "form");
    private static final Set<String> YES_NO = Set.of("yes", "no");
    /** Our words of the fields that have a fixed set of them. */
    static final Map<String, Set<String>> WORDS = Map.of(
            "sex",
            Arrays.stream(Sex.values()).map(ColumnReader::word).collect(Collectors.toUnmodifiableSet()),
            "type",
            Arrays.stream(VisitType.values()).map(VisitType::key).collect(Collectors.toUnmodifiableSet()),
            "refund",
            YES_NO,
            "chronic",
            YES_NO,
            "take_home",
            YES_NO);

    private static final Set<String> TIMES = Set.of("at", "until", "admitted_at", "discharged_at", "birth_date");
    private static final Set<String> FIGURES = Set.of("quantity", "unit_price", "amount", "days");
    private static final Set<String> IDENTIFIERS = Set.of("visit", "patient");

    private ColumnReader() {}

    /** @throws ConfigFault with file, line and reason */
    static ColumnMap read(String field, YamlNode node) {
        if (!node.isMap()) {
            checkWords(field, node, Map.of(), Optional.empty());
            return new ColumnMap(
                    MapReader.texts(node),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    ColumnMap.Form.PLAIN);
        }
        node.onlyKeys(KEYS);
        List<String> headers = node.find("header").map(MapReader::texts).orElse(List.of());
        Optional<String> fixed = node.find("value").map(YamlNode::text);
        if (headers.isEmpty() && fixed.isEmpty()) {
            throw node.fault("a header or a value is needed");
        }
        Map<String, String> codes = new LinkedHashMap<>();
        node.find("codes").ifPresent(map -> map.entries().forEach((theirs, ours) -> codes.put(theirs, ours.text())));
        checkWords(field, node, codes, fixed);
        List<DateTimeFormatter> formats =
                node
                        .find("formats")
                        .map(list -> list.isList() ? list.items() : List.of(list))
                        .orElse(List.of())
                        .stream()
                        .map(ColumnReader::format)
                        .toList();
        Optional<ZoneId> zone = node.find("zone").map(ColumnReader::zone);
        if ((!formats.isEmpty() || zone.isPresent()) && !TIMES.contains(field)) {
            throw node.fault(field + " is no date or time");
        }
        return new ColumnMap(headers, fixed, codes, formats, zone, form(field, node));
    }

    private static void checkWords(String field, YamlNode node, Map<String, String> codes, Optional<String> fixed) {
        Set<String> words = WORDS.get(field);
        if (words == null) {
            return;
        }
        if (codes.isEmpty() && fixed.isEmpty()) {
            throw node.fault(field + " needs codes: the source's words and "
                    + words.stream().sorted().toList());
        }
        codes.values().stream()
                .filter(word -> !words.contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw node.fault(
                            word + " is none of " + words.stream().sorted().toList());
                });
        fixed.filter(word -> !words.contains(word)).ifPresent(word -> {
            throw node.fault(word + " is none of " + words.stream().sorted().toList());
        });
    }

    private static ColumnMap.Form form(String field, YamlNode node) {
        Map<String, ColumnMap.Form> forms = Arrays.stream(ColumnMap.Form.values())
                .collect(Collectors.toMap(ColumnMap.Form::key, Function.identity()));
        ColumnMap.Form form = node.find("form")
                .map(given -> forms.get(MapReader.oneOf(given, forms.keySet())))
                .orElse(ColumnMap.Form.PLAIN);
        if (form == ColumnMap.Form.PERCENT && !FIGURES.contains(field)) {
            throw node.get("form").fault(field + " is no figure");
        }
        if (form == ColumnMap.Form.UUID && !IDENTIFIERS.contains(field)) {
            throw node.get("form").fault(field + " is no visit or patient number");
        }
        return form;
    }

    /** A pattern of {@link DateTimeFormatter}; years are written u or y; without a time it is a day. */
    private static DateTimeFormatter format(YamlNode node) {
        return MapReader.parsed(
                node,
                pattern -> DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT));
    }

    static ZoneId zone(YamlNode node) {
        return MapReader.parsed(node, ZoneId::of);
    }

    private static String word(Sex sex) {
        return sex.name().toLowerCase(Locale.ROOT);
    }
}
