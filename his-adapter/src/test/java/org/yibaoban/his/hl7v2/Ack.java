package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** An answer as a sender reads it, with standard separators, independent of the code under test. */
record Ack(List<String> segments) {

    static Ack of(byte[] answer) {
        return of(answer, StandardCharsets.UTF_8);
    }

    static Ack of(byte[] answer, Charset charset) {
        return new Ack(List.of(new String(answer, charset).split("\r")));
    }

    String code() {
        return field("MSA", 1);
    }

    /** Table 0357: ERR-3, before 2.5 the fourth component of ERR-1. */
    String errorCode() {
        String[] old = field("ERR", 1).split("\\^");
        return old.length > 3 ? old[3].split("&")[0] : field("ERR", 3).split("\\^")[0];
    }

    /** Where: ERR-2, before 2.5 the first three components of ERR-1 in the same form. */
    String where() {
        String[] old = field("ERR", 1).split("\\^");
        return old.length > 3 ? String.join("^", old[0], old[1], old[2], "1") : field("ERR", 2);
    }

    /** What is said to a person: MSA-3, from 2.7 on ERR-8. */
    String reason() {
        return field("MSA", 3).isEmpty() ? field("ERR", 8) : field("MSA", 3);
    }

    String field(String segment, int n) {
        return segments.stream()
                .filter(s -> s.startsWith(segment + "|"))
                .map(s -> s.split("\\|", -1))
                .map(fields -> segment.equals("MSH") ? fields[n - 1] : n < fields.length ? fields[n] : "")
                .findFirst()
                .orElse("");
    }
}
