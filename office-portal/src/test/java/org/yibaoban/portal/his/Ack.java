package org.yibaoban.portal.his;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An acknowledgement as a sender reads it, apart from the code that wrote it. */
public record Ack(List<String> segments) {

    private static final Pattern INCIDENT = Pattern.compile("I\\d{8}-[A-Z0-9]{6}");

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

    /** Table 0357: ERR-3.1, before 2.5 the fourth component of ERR-1; blank where there is no ERR. */
    public String errorCode() {
        String[] old = field("ERR", 1).split("\\^");
        return old.length > 3 ? old[3].split("&")[0] : field("ERR", 3).split("\\^")[0];
    }

    /** ERR-5: the office's reason code. */
    public String reasonCode() {
        return field("ERR", 5).split("\\^")[0];
    }

    /** ERR-7, before 2.5 in the text. */
    public String incident() {
        Matcher told = INCIDENT.matcher(reason());
        return field("ERR", 7).isEmpty() && told.find() ? told.group() : field("ERR", 7);
    }

    /** The reason in words: ERR-8, before 2.5 MSA-3. */
    public String reason() {
        return field("ERR", 8).isEmpty() ? field("MSA", 3) : field("ERR", 8);
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
