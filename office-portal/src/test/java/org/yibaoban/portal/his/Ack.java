package org.yibaoban.portal.his;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** An acknowledgement as a sender reads it, apart from the code that wrote it. */
public record Ack(List<String> segments) {

    /** Of the answer's bytes in UTF-8. */
    public static Ack of(byte[] answer) {
        return new Ack(
                Arrays.asList(new String(answer, StandardCharsets.UTF_8).strip().split("\r")));
    }

    /** MSA-1. */
    public String code() {
        return field("MSA", 1);
    }

    /** MSA-2: which message is answered. */
    public String answers() {
        return field("MSA", 2);
    }

    /** ERR-3.1, table 0357; blank where there is no ERR. */
    public String errorCode() {
        return field("ERR", 3).split("\\^")[0];
    }

    /** ERR-5: the office's reason code. */
    public String reasonCode() {
        return field("ERR", 5).split("\\^")[0];
    }

    /** ERR-7. */
    public String incident() {
        return field("ERR", 7);
    }

    /** ERR-8: the reason in words. */
    public String reason() {
        return field("ERR", 8);
    }

    private String field(String segment, int n) {
        String separator = Pattern.quote(segments.get(0).substring(3, 4));
        return segments.stream()
                .filter(line -> line.startsWith(segment))
                .map(line -> line.split(separator, -1))
                .map(fields -> n < fields.length ? fields[n] : "")
                .findFirst()
                .orElse("");
    }
}
