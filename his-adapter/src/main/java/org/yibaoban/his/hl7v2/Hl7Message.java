package org.yibaoban.his.hl7v2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as its segments in order of arrival, wherever they stand: the office needs only a few of them, and senders
 * of 2.1 to 2.8 with their own segments break any message structure.
 *
 * <p>HAPI is not used to read them: its generic model takes some ten kilobytes a segment, so that a message of four
 * megabytes filled a server's heap. It is the judge in the tests instead.
 */
final class Hl7Message {

    private static final Set<String> READ =
            Set.of("EVN", "PID", "MRG", "PV1", "DG1", "DRG", "IN1", "FT1", "ORC", "RXO", "RXE", "RXD", "OBR", "DSC");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private final Envelope envelope;
    private final Map<String, List<Hl7Segment>> segments = new LinkedHashMap<>();
    private final List<Hl7Segment> inOrder = new ArrayList<>();

    private Hl7Message(Envelope envelope) {
        this.envelope = envelope;
    }

    /**
     * Cuts a message at CR, CR LF or LF.
     *
     * @throws MessageFault when it is no single message
     */
    static Hl7Message parse(String text, Envelope envelope) {
        Hl7Message message = new Hl7Message(envelope);
        List<String> lines = joined(text, envelope.separators().field());
        for (String line : lines.subList(1, lines.size())) {
            message.add(line);
        }
        return message;
    }

    Envelope envelope() {
        return envelope;
    }

    List<Hl7Segment> all(String name) {
        return segments.getOrDefault(name, List.of());
    }

    Optional<Hl7Segment> first(String name) {
        return all(name).stream().findFirst();
    }

    /** What belongs together: each segment of one name with those of the others that follow it, up to the next. */
    List<List<Hl7Segment>> groups(String first, Set<String> followers) {
        List<List<Hl7Segment>> groups = new ArrayList<>();
        for (Hl7Segment segment : inOrder) {
            if (segment.name().equals(first)) {
                groups.add(new ArrayList<>(List.of(segment)));
            } else if (!groups.isEmpty() && followers.contains(segment.name())) {
                groups.get(groups.size() - 1).add(segment);
            }
        }
        return groups;
    }

    /** @throws MessageFault when there is none */
    Hl7Segment required(String name) {
        return first(name).orElseThrow(() -> MessageFault.missingSegment(name));
    }

    /** The event: MSH-9, or EVN-1 where an old sender's MSH-9 has the type only. */
    String event() {
        return envelope.event().isEmpty() ? first("EVN").map(evn -> evn.text(1)).orElse("") : envelope.event();
    }

    private void add(String line) {
        String name = line.substring(0, 3);
        if (name.equals("MSH")) {
            throw MessageFault.error(
                    ErrorCode.SEGMENT_SEQUENCE,
                    new FieldPath("MSH", 2, Optional.empty(), 0, 0),
                    "一帧只能有一条消息",
                    "one frame holds one message only");
        }
        if (READ.contains(name)) {
            List<Hl7Segment> sameName = segments.computeIfAbsent(name, n -> new ArrayList<>());
            Hl7Segment segment = new Hl7Segment(line, sameName.size() + 1, envelope.separators());
            sameName.add(segment);
            inOrder.add(segment);
        }
    }

    /** A line that does not begin a segment belongs to the one before: some senders put line ends into texts. */
    private static List<String> joined(String text, char separator) {
        List<StringBuilder> lines = new ArrayList<>();
        for (String line : LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            String begun = line.stripLeading();
            if (lines.isEmpty() ? !begun.isEmpty() : beginsSegment(begun, separator)) {
                lines.add(new StringBuilder(begun));
            } else if (!begun.isEmpty()) {
                lines.get(lines.size() - 1).append(' ').append(begun);
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private static boolean beginsSegment(String line, char separator) {
        return line.length() >= 3
                && isCapital(line.charAt(0))
                && isCapitalOrDigit(line.charAt(1))
                && isCapitalOrDigit(line.charAt(2))
                && (line.length() == 3 || line.charAt(3) == separator);
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isCapitalOrDigit(char c) {
        return isCapital(c) || (c >= '0' && c <= '9');
    }
}
