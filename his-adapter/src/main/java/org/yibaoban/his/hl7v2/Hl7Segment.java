package org.yibaoban.his.hl7v2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * One segment, read by position; texts are unescaped and stripped, {@code ""} (delete) counts as blank. Only the line
 * is held: a message may have tens of thousands of segments.
 */
final class Hl7Segment {

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

    String name() {
        return name;
    }

    /** The type of an identifier (CX): its fifth component, or the second part of the fourth, where Winning puts it. */
    String identifierType(int field, int repetition) {
        String type = text(field, repetition, 5, 1);
        return (type.isEmpty() ? text(field, repetition, 4, 2) : type).toUpperCase(Locale.ROOT);
    }

    int sequence() {
        return sequence;
    }

    private String raw(int field) {
        return Separators.part(line, separators.field(), field + 1);
    }
}
