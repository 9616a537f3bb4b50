package org.yibaoban.his.hl7v2;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.office.his.HisInbox.Verdict;
import org.yibaoban.office.his.Outcome;

/**
 * Answers one message: MSH with sender and receiver swapped, MSA, and ERR, in the form of the message's version, in its
 * own separators and charset. Up to 2.6 the text stands in MSA-3 as well, for receivers that read no ERR; in 2.7 that
 * field was withdrawn.
 */
final class Acknowledgement {

    /** Who speaks: the door that keeps a message, or the office that works on it. */
    enum Level {
        ACCEPT("C"),
        APPLICATION("A");

        private final String letter;

        Level(String letter) {
            this.letter = letter;
        }
    }

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Envelope envelope;
    private final DecodedText decoded;
    private final Clock clock;
    private final Hl7Version version;

    Acknowledgement(Envelope envelope, DecodedText decoded, Clock clock) {
        this.envelope = envelope;
        this.decoded = decoded;
        this.clock = clock;
        this.version = Hl7Version.of(envelope.component(12, 1));
    }

    /** CA: the message is safe here. */
    byte[] kept() {
        return bytes("CA", "", "");
    }

    /** AA, also for a message that waits: it is safe here and need not be sent again. */
    byte[] accepted(Outcome outcome) {
        if (!(outcome instanceof Outcome.Waiting waiting)) {
            return bytes("AA", "", "");
        }
        String text = readable(
                "已保存，待前置消息到达后处理 / kept, to be handled later: " + waiting.reason(), "kept, to be handled later");
        return bytes("AA", text, hasText() ? "" : errors().information(text));
    }

    /** AE or AR with the reason. */
    byte[] refused(MessageFault fault, String incidentId) {
        return refused(Level.APPLICATION, fault, incidentId);
    }

    /** AE or AR, CE or CR, with the reason. */
    byte[] refused(Level level, MessageFault fault, String incidentId) {
        String english = fault.english() + " (incident " + incidentId + ")";
        String text = readable(fault.chinese() + "（事件号 " + incidentId + "） / " + english, english);
        String code = level.letter + (fault.verdict() == Verdict.ERROR ? "E" : "R");
        return bytes(code, text, errors().of(fault, incidentId, text));
    }

    /** MSA-1 of an answer to this message, such as {@code AA}; blank where there is none. */
    static String codeOf(byte[] answer, Envelope envelope) {
        String begin = "\rMSA" + envelope.separators().field();
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(begin) + begin.length();
        return at < begin.length() || at + 2 > text.length() ? "" : text.substring(at, at + 2);
    }

    private byte[] bytes(String code, String text, String error) {
        String s = String.valueOf(envelope.separators().field());
        String header = String.join(
                s,
                "MSH",
                envelope.separators().encoding(),
                envelope.field(5),
                envelope.field(6),
                envelope.field(3),
                envelope.field(4),
                now(clock),
                "",
                type(code),
                controlId(clock),
                envelope.field(11).isEmpty() ? "P" : envelope.field(11),
                envelope.field(12).isEmpty() ? "2.5.1" : envelope.field(12),
                "",
                "",
                "",
                "",
                "",
                decoded.charsetName());
        String result = String.join(
                s,
                "MSA",
                code,
                envelope.controlId(),
                hasText() ? envelope.separators().escape(text) : "");
        return (header + "\r" + result + "\r" + error).getBytes(decoded.charset());
    }

    /**
     * MSH-9: an event from 2.2 on, a structure from 2.3.1 on. The application answers orders with responses of their
     * own.
     */
    private String type(String code) {
        String event = envelope.event();
        Optional<String> response = code.startsWith("A") ? ResponseType.toOrder(envelope, version) : Optional.empty();
        if (response.isPresent()) {
            return response.get();
        }
        if (event.isEmpty() || version.isBefore(Hl7Version.V2_2)) {
            return "ACK";
        }
        char component = envelope.separators().component();
        return "ACK" + component + event + (version.isBefore(Hl7Version.V2_3_1) ? "" : component + "ACK");
    }

    private boolean hasText() {
        return version.isBefore(Hl7Version.V2_7);
    }

    private ErrorSegment errors() {
        return new ErrorSegment(envelope.separators(), version);
    }

    /** Both languages where the sender's charset has them, else English. */
    private String readable(String both, String english) {
        return decoded.charset().newEncoder().canEncode(both) ? both : english;
    }

    static String now(Clock clock) {
        return ZonedDateTime.now(clock).format(TIME);
    }

    /** Twenty characters, the most that old receivers take. */
    static String controlId(Clock clock) {
        StringBuilder id = new StringBuilder("Y").append(Long.toString(clock.millis(), 36));
        while (id.length() < 20) {
            id.append(Character.forDigit(RANDOM.nextInt(36), 36));
        }
        return id.toString().toUpperCase(Locale.ROOT);
    }
}
