package org.yibaoban.his.hl7v2;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.ModelClassFactory;
import ca.uhn.hl7v2.parser.ParserConfiguration;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message as its segments in order of arrival. HAPI reads each segment's fields, components and escapes with its
 * generic model; its message structures are not used, because senders of 2.1 to 2.8 and their own segments break them,
 * while the office needs only a few segments, wherever they stand. Segments that it does not need are not read.
 */
final class Hl7Message {

    private static final Set<String> READ = Set.of("EVN", "PID", "PV1", "DG1", "FT1", "DSC");
    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final ModelClassFactory GENERIC = new GenericModelClassFactory();
    private static final PipeParser PARSER = new PipeParser(
            new DefaultHapiContext(new ParserConfiguration(), ValidationContextFactory.noValidation(), GENERIC));

    private final Envelope envelope;
    private final Map<String, List<Hl7Segment>> segments = new LinkedHashMap<>();

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
        List<String> lines = joined(text, envelope.separator());
        for (String line : lines.subList(1, lines.size())) {
            String name = line.substring(0, 3);
            if (name.equals("MSH")) {
                throw MessageFault.error(
                        ErrorCode.SEGMENT_SEQUENCE,
                        new FieldPath("MSH", 2, Optional.empty(), 0, 0),
                        "一帧只能有一条消息",
                        "one frame holds one message only");
            }
            if (READ.contains(name)) {
                message.add(name, line);
            }
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

    /** @throws MessageFault when there is none */
    Hl7Segment required(String name) {
        return first(name).orElseThrow(() -> MessageFault.missingSegment(name));
    }

    /** The event: MSH-9, or EVN-1 where an old sender's MSH-9 has the type only. */
    String event() {
        return envelope.event().isEmpty() ? first("EVN").map(evn -> evn.text(1)).orElse("") : envelope.event();
    }

    private void add(String name, String line) {
        List<Hl7Segment> sameName = segments.computeIfAbsent(name, n -> new ArrayList<>());
        GenericSegment segment = new GenericSegment(new GenericMessage.V251(GENERIC), name);
        try {
            PARSER.parse(segment, line, new EncodingCharacters(envelope.separator(), envelope.encoding()));
        } catch (HL7Exception unreadable) {
            throw MessageFault.error(
                    ErrorCode.SEGMENT_SEQUENCE,
                    new FieldPath(name, sameName.size() + 1, Optional.empty(), 0, 0),
                    "该段无法解析",
                    "the segment cannot be read");
        }
        sameName.add(new Hl7Segment(segment, sameName.size() + 1));
    }

    /** A line that does not begin a segment belongs to the one before: some senders put line ends into texts. */
    private static List<String> joined(String text, char separator) {
        Pattern beginning = Pattern.compile(
                "[A-Z][A-Z0-9]{2}(" + Pattern.quote(String.valueOf(separator)) + ".*)?", Pattern.DOTALL);
        List<StringBuilder> lines = new ArrayList<>();
        for (String line : LINE_END.split(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            String begun = line.stripLeading();
            if (lines.isEmpty() && !begun.isEmpty() || beginning.matcher(begun).matches()) {
                lines.add(new StringBuilder(begun));
            } else if (!begun.isEmpty()) {
                lines.get(lines.size() - 1).append(' ').append(begun);
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }
}
