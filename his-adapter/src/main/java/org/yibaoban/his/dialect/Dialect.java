package org.yibaoban.his.dialect;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How one sender speaks HL7 v2: where each fact sits, what its codes stand for, how its refunds look. Data, read from
 * {@code config/dialects}; docs/dialects.md tells the format.
 *
 * @param senders such as {@code WINNING|H01} (MSH-3 and MSH-4) or {@code WINNING|*}
 * @param charset of messages whatever their MSH-18 says, where the sender's MSH-18 cannot be believed
 * @param places where a fact is looked for, in this order; none where the sender does not tell it
 * @param codes what the sender's codes stand for
 * @param notYet days that stand for "not yet"
 * @param times forms of times beside those of HL7
 */
public record Dialect(
        String id,
        List<String> senders,
        Optional<Charset> charset,
        Map<Fact, List<Place>> places,
        Map<CodeTable, Map<String, String>> codes,
        Set<LocalDate> notYet,
        List<DateTimeFormatter> times,
        ChargeRules charges) {

    /** Where a fact may sit, the preferred place first. */
    public List<Place> placesOf(Fact fact) {
        return places.getOrDefault(fact, List.of());
    }

    /** What a code stands for; empty where it is not in the sender's table. */
    public Optional<String> meaning(CodeTable table, String code) {
        return Optional.ofNullable(codes.getOrDefault(table, Map.of()).get(code));
    }

    /** The codes of a table, for a message to who sent another one. */
    public String known(CodeTable table) {
        return codes.getOrDefault(table, Map.of()).keySet().stream()
                .filter(code -> !code.isEmpty())
                .collect(Collectors.joining("、"));
    }

    /** The types of identifiers that places name. */
    public Set<String> namedTypes() {
        return places.values().stream()
                .flatMap(List::stream)
                .flatMap(place -> place.types().stream())
                .collect(Collectors.toSet());
    }
}
