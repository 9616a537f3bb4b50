package org.yibaoban.his.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One segment, read by position; texts are unescaped and stripped, {@code ""} (delete) counts as blank. Only the line
 * is held: a message may have tens of thousands of segments.
 */
final class Hl7Segment {

    /** Longest code that the office holds: ward, bed, department, doctor, diagnosis. */
    static final int CODE_LENGTH = 40;

    private static final String DELETE = "\"\"";
    /** Segments of which a message holds many, so that a fault must say which one. */
    private static final Set<String> COUNTED = Set.of("FT1", "DG1");

    private final String name;
    private final String line;
    private final int sequence;
    private final Separators separators;

    /** @param line not MSH, whose fields are counted differently */
    Hl7Segment(String line, int sequence, Separators separators) {
        this.name = line.substring(0, 3);
        this.line = line;
        this.sequence = sequence;
        this.separators = separators;
    }

    /** First component of the first repetition, blank where there is none. */
    String text(int field) {
        return text(field, 1);
    }

    /** A component of the first repetition, blank where there is none. */
    String text(int field, int component) {
        return text(field, 1, component, 1);
    }

    /** All counted from 1. */
    String text(int field, int repetition, int component, int subcomponent) {
        String whole = Separators.part(raw(field), separators.repetition(), repetition);
        String part = Separators.part(whole, separators.component(), component);
        String text = separators
                .unescape(Separators.part(part, separators.subcomponent(), subcomponent))
                .strip();
        return text.equals(DELETE) ? "" : text;
    }

    Optional<String> optional(int field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    /**
     * The first component, where it is no longer than the office can hold.
     *
     * @throws MessageFault when it is longer: it is never cut
     */
    Optional<String> optional(int field, int atMost) {
        return Optional.of(limited(field, 1, atMost)).filter(text -> !text.isEmpty());
    }

    /** As {@link #optional(int, int)}, of any component, blank where there is none. */
    String limited(int field, int component, int atMost) {
        String text = text(field, component);
        if (text.length() > atMost) {
            throw MessageFault.error(
                    ErrorCode.VALUE_TOO_LONG,
                    at(field, component),
                    "超过 " + atMost + " 个字符",
                    "longer than " + atMost + " characters");
        }
        return text;
    }

    /** @throws MessageFault when it is blank */
    String required(int field, String chinese, String english) {
        return optional(field).orElseThrow(() -> MessageFault.missing(at(field), chinese, english));
    }

    /** The numbers of a field's repetitions. */
    List<Integer> repetitionsOf(int field) {
        long separatorsInField =
                raw(field).chars().filter(c -> c == separators.repetition()).count();
        return IntStream.rangeClosed(1, (int) separatorsInField + 1).boxed().toList();
    }

    FieldPath at(int field) {
        return at(field, 0);
    }

    FieldPath at(int field, int component) {
        Optional<String> setId = COUNTED.contains(name) ? Optional.of(text(1)) : Optional.empty();
        return new FieldPath(name, sequence, setId, field, component);
    }

    int sequence() {
        return sequence;
    }

    private String raw(int field) {
        return Separators.part(line, separators.field(), field + 1);
    }
}
