package org.yibaoban.his.hl7v2;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The MSH segment, read leniently from the bytes, before the message's charset is decided and whatever else is wrong
 * with the message. Only what is needed to keep, route and answer it.
 *
 * @param fields raw text, index 0 is MSH-1; empty where there was no MSH
 */
record Envelope(Separators separators, List<String> fields) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Longer than any MSH; a longer first line is no header. */
    private static final int MAX_HEADER_BYTES = 4096;

    private static final int MAX_SENDER = 100;
    private static final int MAX_TYPE = 20;

    static final Envelope BLANK = new Envelope(Separators.STANDARD, List.of());

    /** The header of these bytes, {@link #BLANK} where they do not begin with one. */
    static Envelope of(byte[] message) {
        return ofLine(firstLine(message), "MSH");
    }

    /** The same, by a charset that is known to fit. */
    static Envelope of(byte[] message, Charset charset) {
        return ofLine(new String(firstBytes(message), charset), "MSH");
    }

    /**
     * The header of a file (FHS) or batch (BHS), as if it were that of a message: sender and receiver stand in the same
     * fields, its control id in field 11 instead of 10.
     */
    static Envelope ofBatch(byte[] header, String segment) {
        Envelope batch = ofLine(firstLine(header), segment);
        if (batch.isBlank()) {
            return BLANK;
        }
        List<String> fields = new ArrayList<>();
        for (int n = 1; n <= 7; n++) {
            fields.add(batch.field(n));
        }
        fields.addAll(List.of("", "", batch.field(11)));
        return new Envelope(batch.separators(), List.copyOf(fields));
    }

    /** A trailer (BTS, FTS), its fields counted as they stand, by its header's separators. */
    static Envelope ofTrailer(byte[] trailer, String segment, Separators separators) {
        String line = firstLine(trailer);
        String fields = line.length() > 4 && line.startsWith(segment) ? line.substring(4) : "";
        return new Envelope(separators, List.of(fields.split(Pattern.quote(String.valueOf(separators.field())), -1)));
    }

    /** With the processing id and version of another header, where this one has none. */
    Envelope speaking(Envelope other) {
        if (isBlank() || other.isBlank() || fields.size() > 10) {
            return this;
        }
        List<String> all = new ArrayList<>(fields);
        while (all.size() < 10) {
            all.add("");
        }
        all.add(other.field(11));
        all.add(other.field(12));
        return new Envelope(separators, List.copyOf(all));
    }

    private static Envelope ofLine(String line, String segment) {
        if (line.length() < 5 || !line.startsWith(segment) || !isSeparator(line.charAt(3))) {
            return BLANK;
        }
        char separator = line.charAt(3);
        String[] parts = line.substring(4).split(Pattern.quote(String.valueOf(separator)), -1);
        String[] fields = new String[parts.length + 1];
        fields[0] = String.valueOf(separator);
        System.arraycopy(parts, 0, fields, 1, parts.length);
        return new Envelope(Separators.of(separator, parts[0]), List.of(fields));
    }

    boolean isBlank() {
        return fields.isEmpty();
    }

    /** MSH-n as sent, blank where there is none. */
    String field(int n) {
        return n <= fields.size() ? fields.get(n - 1).strip() : "";
    }

    /** The n-th component of the first repetition, blank where there is none. */
    String component(int field, int n) {
        String first = Separators.part(field(field), separators.repetition(), 1);
        String whole = Separators.part(first, separators.component(), n);
        return Separators.part(whole, separators.subcomponent(), 1).strip();
    }

    /** Sending application and facility, such as {@code HIS|YB01}; blank without an MSH. */
    String sender() {
        if (isBlank()) {
            return "";
        }
        return printable(name(3) + "|" + name(4), MAX_SENDER);
    }

    String controlId() {
        return field(10);
    }

    /** Such as {@code ADT}. */
    String type() {
        return component(9, 1);
    }

    /** Such as {@code A01}, blank where MSH-9 does not say. */
    String event() {
        return component(9, 2);
    }

    /** Such as {@code ADT^A01}, for the message store. */
    String typeAndEvent() {
        return printable(event().isEmpty() ? type() : type() + "^" + event(), MAX_TYPE);
    }

    private static String printable(String text, int atMost) {
        String clean = text.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= atMost ? clean : clean.substring(0, atMost);
    }

    private String name(int field) {
        String namespace = component(field, 1);
        return namespace.isEmpty() ? component(field, 2) : namespace;
    }

    /**
     * As text: UTF-8 where it is, else GB18030, because the second byte of a GB character may look like a separator.
     */
    private static String firstLine(byte[] message) {
        byte[] line = firstBytes(message);
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line));
            return text.toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(line, GB18030);
        }
    }

    private static byte[] firstBytes(byte[] message) {
        int from = startOf(message);
        int to = from;
        while (to < message.length && message[to] != '\r' && message[to] != '\n' && to - from < MAX_HEADER_BYTES) {
            to++;
        }
        return Arrays.copyOfRange(message, from, to);
    }

    /** After a byte order mark and blank characters. */
    private static int startOf(byte[] message) {
        int from = ByteOrderMark.of(message).map(ByteOrderMark::length).orElse(0);
        while (from < message.length && message[from] >= 0 && message[from] <= ' ') {
            from++;
        }
        return from;
    }

    private static boolean isSeparator(char c) {
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
    }
}
