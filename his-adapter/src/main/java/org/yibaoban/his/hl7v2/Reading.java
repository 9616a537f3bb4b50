package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yibaoban.his.dialect.ChargeRules;
import org.yibaoban.his.dialect.CodeTable;
import org.yibaoban.his.dialect.Dialect;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.his.dialect.Place;

/**
 * A message through its sender's dialect: facts by their meaning, wherever they sit. What belongs to one order, charge
 * or patient of several is read {@link #within} its own segments.
 */
final class Reading {

    /** Longest code that the office holds: ward, bed, department, doctor, diagnosis. */
    static final int CODE_LENGTH = 40;

    /** A message has one of each; others are read within their own group only. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("EVN", "PID", "PV1", "MRG");

    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,9}(\\.\\d{1,10})?");

    private final Hl7Message message;
    private final Dialect dialect;
    private final Hl7Time times;
    private final Set<String> namedTypes;
    private final List<Hl7Segment> group;

    Reading(Hl7Message message, Dialect dialect, Hl7Time times) {
        this(message, dialect, times, dialect.namedTypes(), List.of());
    }

    private Reading(
            Hl7Message message, Dialect dialect, Hl7Time times, Set<String> namedTypes, List<Hl7Segment> group) {
        this.message = message;
        this.dialect = dialect;
        this.times = times;
        this.namedTypes = namedTypes;
        this.group = group;
    }

    /** The same message, these segments before all others. */
    Reading within(List<Hl7Segment> own) {
        return new Reading(message, dialect, times, namedTypes, own);
    }

    Hl7Message message() {
        return message;
    }

    ChargeRules chargeRules() {
        return dialect.charges();
    }

    /** The event by HL7's name, whatever the sender calls it. */
    String event() {
        return dialect.meaning(CodeTable.EVENT, message.event()).orElse(message.event());
    }

    /** The first that is not blank. Loops, not streams: a message may hold tens of thousands of charges. */
    Optional<Found> find(Fact fact) {
        for (Place place : dialect.placesOf(fact)) {
            Hl7Segment segment = segment(place.segment());
            Found found = segment == null ? null : at(segment, place);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Blank where there is none. */
    String text(Fact fact) {
        return find(fact).map(Found::text).orElse("");
    }

    Optional<String> optional(Fact fact) {
        return find(fact).map(Found::text);
    }

    /**
     * A text that is no longer than the office can hold.
     *
     * @throws MessageFault when it is longer: it is never cut
     */
    Optional<String> optional(Fact fact, int atMost) {
        Optional<Found> found = find(fact);
        if (found.filter(f -> f.text().length() > atMost).isPresent()) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    found.get()
                            .segment()
                            .at(found.get().place().field(), found.get().place().component()),
                    "超过 " + atMost + " 个字符",
                    "longer than " + atMost + " characters");
        }
        return found.map(Found::text);
    }

    /** As {@link #optional(Fact, int)}, blank where there is none. */
    String limited(Fact fact, int atMost) {
        return optional(fact, atMost).orElse("");
    }

    /** @throws MessageFault when it is blank */
    String required(Fact fact) {
        return optional(fact).orElseThrow(() -> missing(fact));
    }

    MessageFault missing(Fact fact) {
        return MessageFault.missing(where(fact), fact.chinese(), fact.english());
    }

    /** Where a fact was found, else where it is looked for first. */
    FieldPath where(Fact fact) {
        return find(fact)
                .map(found -> found.segment().at(found.place().field()))
                .orElseGet(() -> expected(fact));
    }

    /** Nothing where it is blank or stands for "not yet". */
    Optional<LocalDateTime> time(Fact fact) {
        return find(fact).flatMap(found -> times.time(found.text(), found.where()));
    }

    Optional<LocalDate> day(Fact fact) {
        return find(fact).flatMap(found -> times.day(found.text(), found.where()));
    }

    /** MSH-7. */
    Optional<LocalDateTime> sent() {
        return times.sent(message.envelope());
    }

    Optional<BigDecimal> decimal(Fact fact) {
        return optional(fact).map(text -> {
            if (!DECIMAL.matcher(text).matches()) {
                throw MessageFault.error(ErrorCode.DATA_TYPE, where(fact), "不是有效的数字", "not a decimal number");
            }
            return new BigDecimal(text);
        });
    }

    /**
     * What a code stands for in the sender's table; a blank one where the table says so.
     *
     * @throws MessageFault when it is not in the table
     */
    String meaning(Fact fact, CodeTable table) {
        String code = text(fact);
        return dialect.meaning(table, code)
                .or(() -> dialect.meaning(table, code.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> optional(fact).isEmpty()
                        ? missing(fact)
                        : MessageFault.error(
                                ErrorCode.TABLE_VALUE,
                                where(fact),
                                fact.chinese() + "不在值域内（" + dialect.known(table) + "）",
                                "not in this sender's table of codes: " + dialect.known(table)));
    }

    /** The segment of this name that this is read within. */
    Hl7Segment own(String name) {
        return Optional.ofNullable(segment(name)).orElseThrow(() -> MessageFault.missingSegment(name));
    }

    private FieldPath expected(Fact fact) {
        return dialect.placesOf(fact).stream()
                .findFirst()
                .map(place -> Optional.ofNullable(segment(place.segment()))
                        .map(segment -> segment.at(place.field()))
                        .orElseGet(() -> FieldPath.of(place.segment(), place.field())))
                .orElseThrow(() -> new IllegalStateException("dialect " + dialect.id() + " has no place for " + fact));
    }

    /** Null where there is none. */
    private Hl7Segment segment(String name) {
        for (Hl7Segment own : group) {
            if (own.name().equals(name)) {
                return own;
            }
        }
        return OF_THE_MESSAGE.contains(name) ? message.first(name).orElse(null) : null;
    }

    /** Null where it is blank. */
    private Found at(Hl7Segment segment, Place place) {
        if (!place.isTyped()) {
            return found(segment, place, place.repetition());
        }
        for (int repetition : segment.repetitionsOf(place.field())) {
            boolean meant = place.takes(segment.identifierType(place.field(), repetition), namedTypes);
            Found found = meant ? found(segment, place, repetition) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Found found(Hl7Segment segment, Place place, int repetition) {
        String text = segment.text(place.field(), repetition, place.component(), place.part());
        return text.isEmpty() ? null : new Found(text, segment, place);
    }

    /** A fact with the place where it was found. */
    record Found(String text, Hl7Segment segment, Place place) {

        FieldPath where() {
            return segment.at(place.field());
        }
    }
}
