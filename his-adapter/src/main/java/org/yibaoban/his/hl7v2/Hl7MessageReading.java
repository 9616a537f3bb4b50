package org.yibaoban.his.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yibaoban.office.message.MessageLine;
import org.yibaoban.office.message.MessageReading;

/** Kept HL7 v2 messages taken apart into segments and fields; anything else line by line. */
public final class Hl7MessageReading implements MessageReading {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final MessageLine HIDDEN = new MessageLine("", "（含个人信息，已隐藏 / hidden: personal data）", List.of());

    private final SenderCharsets charsets;

    /** @param charsets what the hospital has set for its senders */
    public Hl7MessageReading(SenderCharsets charsets) {
        this.charsets = charsets;
    }

    @Override
    public List<MessageLine> read(String channel, byte[] content, boolean masked) {
        Incoming message = Incoming.of(content, charsets);
        // bytes that fit no charset are shown one by one, for that is what a person has to look at
        String text = message.decoded().text().orElseGet(() -> new String(content, StandardCharsets.ISO_8859_1));
        boolean segments = !message.envelope().isBlank();
        if (masked && !segments) {
            return List.of(HIDDEN);
        }
        List<MessageLine> lines = new ArrayList<>();
        for (String line : LINE_END.split(text)) {
            if (!line.isBlank()) {
                lines.add(segments ? segment(line, message.envelope().separators(), masked) : plain(line));
            }
        }
        return List.copyOf(lines);
    }

    private static MessageLine plain(String line) {
        return new MessageLine("", line, List.of());
    }

    private static MessageLine segment(String line, Separators separators, boolean masked) {
        String name = line.substring(0, Math.min(3, line.length()));
        String[] parts = line.split(Pattern.quote(String.valueOf(separators.field())), -1);
        // the separator itself is MSH-1
        int offset = name.equals("MSH") || name.equals("FHS") || name.equals("BHS") ? 1 : 0;
        List<MessageLine.Field> fields = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int number = i + offset;
            if (masked) {
                parts[i] = PersonalFields.masked(name, number, parts[i]);
            }
            if (!parts[i].isEmpty()) {
                fields.add(new MessageLine.Field(name + "-" + number, parts[i]));
            }
        }
        return new MessageLine(name, String.join(String.valueOf(separators.field()), parts), List.copyOf(fields));
    }
}
