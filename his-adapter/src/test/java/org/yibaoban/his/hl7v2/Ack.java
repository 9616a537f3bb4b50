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

    String errorCode() {
        return field("ERR", 3).split("\\^")[0];
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
