package org.yibaoban.his.hl7v2;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A message's text, decoded strictly: a byte that does not fit is a fault, never a question mark. What the hospital has
 * set for the sender decides, then a byte order mark, then MSH-18, then the bytes themselves. HAPI's own reading of
 * MSH-18 is not used, because it does not know GB2312, GBK and UTF-8 and falls back to US-ASCII. GB2312 and GBK are read
 * as GB18030, which holds both.
 *
 * @param charset that of the text, and of the answer
 * @param charsetName MSH-18 of the answer: what the sender said, else the name in HL7 table 0211
 * @param text empty where the bytes do not fit
 * @param fault why there is no text
 */
record DecodedText(Charset charset, String charsetName, Optional<String> text, Optional<MessageFault> fault) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final FieldPath MSH_18 = FieldPath.of("MSH", 18);

    static DecodedText of(byte[] message, Envelope envelope) {
        return of(message, envelope, SenderCharsets.NONE_SET);
    }

    static DecodedText of(byte[] message, Envelope envelope, SenderCharsets charsets) {
        String declared = declared(envelope);
        Optional<Charset> set = charsets.of(envelope.sender()).map(DecodedText::widest);
        Optional<Charset> marked = ByteOrderMark.of(message).map(ByteOrderMark::charset);
        if (set.isPresent() && marked.isPresent() && !marked.equals(set)) {
            return faulty(set.get(), named(set.get(), declared), undecodable(set.get(), 0));
        }
        Optional<Charset> known = set.or(() -> marked);
        if (known.isPresent()) {
            return strict(message, known.get(), named(known.get(), declared));
        }
        if (declared.isEmpty() || isAscii(declared)) {
            return undeclared(message, declared);
        }
        return charsetOf(declared)
                .map(charset -> strict(message, charset, declared))
                .orElseGet(() -> faulty(StandardCharsets.UTF_8, tableName(StandardCharsets.UTF_8), unknown()));
    }

    /** MSH-18: the first repetition that says more than ASCII, for that is the charset of the names. */
    private static String declared(Envelope envelope) {
        String first = envelope.component(18, 1);
        for (String repetition : envelope.field(18)
                .split(Pattern.quote(String.valueOf(envelope.separators().repetition())))) {
            String name = Separators.part(repetition, envelope.separators().component(), 1)
                    .strip();
            if (!name.isEmpty() && !isAscii(name)) {
                return name;
            }
        }
        return first;
    }

    private static Optional<Charset> charsetOf(String declared) {
        return switch (plain(declared)) {
            case "UTF8", "UNICODE", "UNICODEUTF8" -> Optional.of(StandardCharsets.UTF_8);
            case "GB2312", "EUCCN", "GBK", "CP936", "MS936", "GB18030", "GB180302000", "GB180302005", "GB180302022" ->
                Optional.of(GB18030);
            case "88591", "ISO88591", "LATIN1" -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> Optional.empty();
        };
    }

    private static boolean isAscii(String declared) {
        return plain(declared).equals("ASCII") || plain(declared).equals("USASCII");
    }

    private static String plain(String declared) {
        return declared.toUpperCase(Locale.ROOT).replaceAll("[ _/-]", "");
    }

    /** GB2312 and GBK are parts of GB18030. */
    private static Charset widest(Charset charset) {
        return Set.of("GB2312", "GBK").contains(charset.name()) ? GB18030 : charset;
    }

    /** What the sender calls it, where that means this charset; else its name in table 0211. */
    private static String named(Charset charset, String declared) {
        boolean same = charsetOf(declared).filter(charset::equals).isPresent();
        return same ? declared : tableName(charset);
    }

    private static String tableName(Charset charset) {
        return switch (charset.name()) {
            case "UTF-8" -> "UNICODE UTF-8";
            case "GB18030" -> "GB 18030-2000";
            case "ISO-8859-1" -> "8859/1";
            case "US-ASCII" -> "ASCII";
            default -> charset.name();
        };
    }

    /** Nothing said, or only the default: UTF-8 where every byte fits it, else GB18030. */
    private static DecodedText undeclared(byte[] message, String declared) {
        DecodedText utf8 = strict(
                message, StandardCharsets.UTF_8, declared.isEmpty() ? tableName(StandardCharsets.UTF_8) : declared);
        if (utf8.text().isPresent()) {
            return utf8;
        }
        return strict(message, GB18030, declared.isEmpty() ? tableName(GB18030) : declared);
    }

    private static DecodedText strict(byte[] message, Charset charset, String name) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(message);
        CharBuffer text = CharBuffer.allocate((int) (message.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(bytes, text, true);
        if (!result.isError()) {
            result = decoder.flush(text);
        }
        if (result.isError()) {
            return faulty(charset, name, undecodable(charset, bytes.position()));
        }
        String decoded = text.flip().toString();
        if (charset.equals(StandardCharsets.ISO_8859_1)) {
            // Java takes every byte; 80 to 9F are control characters there and a sign of another charset.
            OptionalInt control = IntStream.range(0, decoded.length())
                    .filter(i -> decoded.charAt(i) >= 0x80 && decoded.charAt(i) < 0xA0)
                    .findFirst();
            if (control.isPresent()) {
                return faulty(charset, name, undecodable(charset, control.getAsInt()));
            }
        }
        // A database cannot hold NUL in a text, and no sender means it.
        return decoded.indexOf(0) < 0
                ? new DecodedText(charset, name, Optional.of(decoded), Optional.empty())
                : faulty(charset, name, nul());
    }

    private static DecodedText faulty(Charset charset, String name, MessageFault fault) {
        return new DecodedText(charset, name, Optional.empty(), Optional.of(fault));
    }

    private static MessageFault undecodable(Charset charset, int position) {
        return MessageFault.error(
                ErrorCode.DATA_TYPE,
                MSH_18,
                "字符集不符：第 " + (position + 1) + " 字节不是有效的 " + charset.name(),
                "byte " + (position + 1) + " is not valid " + charset.name());
    }

    private static MessageFault nul() {
        return MessageFault.error(ErrorCode.DATA_TYPE, "消息含空字符（0x00）", "the message holds a NUL character");
    }

    private static MessageFault unknown() {
        return MessageFault.error(
                ErrorCode.TABLE_VALUE,
                MSH_18,
                "不支持的字符集，请使用 UTF-8 或 GB18030（GB2312、GBK）",
                "charset not supported, use UTF-8 or GB18030 (GB2312, GBK)");
    }
}
