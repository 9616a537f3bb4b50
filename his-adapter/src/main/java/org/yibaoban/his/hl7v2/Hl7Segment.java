package org.yibaoban.his.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.util.Terser;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One segment, read by position; texts are unescaped and stripped, {@code ""} (delete) counts as blank. */
final class Hl7Segment {

    private static final String DELETE = "\"\"";

    private final GenericSegment segment;
    private final int sequence;

    Hl7Segment(GenericSegment segment, int sequence) {
        this.segment = segment;
        this.sequence = sequence;
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
        try {
            if (repetition > repetitions(field)) {
                return "";
            }
            String text = Terser.get(segment, field, repetition - 1, component, subcomponent);
            return text == null || text.equals(DELETE) ? "" : text.strip();
        } catch (HL7Exception unreadable) {
            throw new IllegalStateException(at(field) + " cannot be read", unreadable);
        }
    }

    Optional<String> optional(int field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    /** @throws MessageFault when it is blank */
    String required(int field, String chinese, String english) {
        return optional(field).orElseThrow(() -> MessageFault.missing(at(field), chinese, english));
    }

    /** The numbers of a field's repetitions. */
    IntStream repetitionsOf(int field) {
        return IntStream.rangeClosed(1, repetitions(field));
    }

    FieldPath at(int field) {
        return at(field, 0);
    }

    FieldPath at(int field, int component) {
        boolean counted = Stream.of("FT1", "DG1").anyMatch(segment.getName()::equals);
        return new FieldPath(
                segment.getName(), sequence, counted ? Optional.of(text(1)) : Optional.empty(), field, component);
    }

    int sequence() {
        return sequence;
    }

    private int repetitions(int field) {
        if (field > segment.numFields()) {
            return 0;
        }
        try {
            return segment.getField(field).length;
        } catch (HL7Exception unreadable) {
            throw new IllegalStateException(segment.getName() + "-" + field + " cannot be read", unreadable);
        }
    }
}
