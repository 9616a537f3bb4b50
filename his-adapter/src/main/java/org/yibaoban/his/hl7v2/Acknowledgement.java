package org.yibaoban.his.hl7v2;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.yibaoban.office.his.HisInbox.Verdict;
import org.yibaoban.office.his.Outcome;

/**
 * Answers one message: MSH with sender and receiver swapped, MSA, and ERR in the form of 2.5 whatever the version (the
 * text stands in MSA-3 as well, for older receivers), in the message's own separators and charset.
 */
final class Acknowledgement {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxx");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** MSH-16: never, or on errors only. */
    private static final Set<String> NOT_FOR_SUCCESS = Set.of("NE", "ER");

    private final Envelope envelope;
    private final DecodedText decoded;
    private final Clock clock;

    Acknowledgement(Envelope envelope, DecodedText decoded, Clock clock) {
        this.envelope = envelope;
        this.decoded = decoded;
        this.clock = clock;
    }

    /** AA, also for a message that waits: it is safe here and need not be sent again. */
    byte[] accepted(Outcome outcome) {
        String text = outcome instanceof Outcome.Waiting waiting
                ? "已保存，待前置消息到达后处理 / kept, to be handled later: " + waiting.reason()
                : "";
        return bytes("AA", text, "");
    }

    /** AE or AR with the reason. */
    byte[] refused(MessageFault fault, String incidentId) {
        String text =
                fault.chinese() + "（事件号 " + incidentId + "） / " + fault.english() + " (incident " + incidentId + ")";
        return bytes(fault.verdict() == Verdict.ERROR ? "AE" : "AR", text, error(fault, incidentId, text));
    }

    /**
     * Whether the sender gets this answer. A refusal always: over MLLP silence looks like a lost message. A success not
     * where MSH-16 wants none of it and MSH-15 asks for no accept acknowledgement either.
     */
    static boolean wanted(Envelope envelope, byte[] answer) {
        boolean silent = NOT_FOR_SUCCESS.contains(envelope.component(16, 1))
                && Set.of("", "NE", "ER").contains(envelope.component(15, 1));
        char separator = envelope.separators().field();
        boolean success =
                new String(answer, StandardCharsets.ISO_8859_1).contains("\rMSA" + separator + "AA" + separator);
        return !(silent && success);
    }

    private byte[] bytes(String code, String text, String error) {
        String s = String.valueOf(envelope.separators().field());
        String type = ResponseType.of(envelope);
        String processingId = envelope.field(11).isEmpty() ? "P" : envelope.field(11);
        String version = envelope.field(12).isEmpty() ? "2.5.1" : envelope.field(12);
        String header = String.join(
                s,
                "MSH",
                envelope.separators().encoding(),
                envelope.field(5),
                envelope.field(6),
                envelope.field(3),
                envelope.field(4),
                ZonedDateTime.now(clock).format(TIME),
                "",
                type,
                controlId(),
                processingId,
                version,
                "",
                "",
                "",
                "",
                "",
                decoded.charsetName());
        String result = String.join(
                s, "MSA", code, envelope.controlId(), envelope.separators().escape(text));
        return (header + "\r" + result + "\r" + error).getBytes(decoded.charset());
    }

    private String error(MessageFault fault, String incidentId, String text) {
        String s = String.valueOf(envelope.separators().field());
        String component = String.valueOf(envelope.separators().component());
        ErrorCode code = fault.code();
        return String.join(
                        s,
                        "ERR",
                        "",
                        fault.where()
                                .map(where -> where.errorLocation(
                                        envelope.separators().component()))
                                .orElse(""),
                        String.join(component, code.code(), code.meaning(), "HL70357"),
                        "E",
                        envelope.separators().escape(fault.officeCode()),
                        "",
                        envelope.separators().escape(incidentId),
                        envelope.separators().escape(text))
                + "\r";
    }

    /** Twenty characters, the most that old receivers take. */
    private String controlId() {
        StringBuilder id = new StringBuilder("Y").append(Long.toString(clock.millis(), 36));
        while (id.length() < 20) {
            id.append(Character.forDigit(RANDOM.nextInt(36), 36));
        }
        return id.toString().toUpperCase(Locale.ROOT);
    }
}
