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

/**
 * A message's text, decoded by what its MSH-18 says, strictly: a byte that does not fit is a fault, never a question
 * mark. HAPI's own reading of MSH-18 is not used, because it does not know GB2312, GBK and UTF-8 and falls back to
 * US-ASCII. GB2312 and GBK are read as GB18030, which holds both.
 *
 * @param charset that of the text, and of the answer
 * @param charsetName MSH-18 of the answer: what the sender said, else the name in HL7 table 0211
 * @param text empty where the bytes do not fit
 * @param fault why there is no text
 */
record DecodedText(Charset charset, String charsetName, Optional<String> text, Optional<MessageFault> fault) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String UTF_8_NAME = "UNICODE UTF-8";
    private static final FieldPath MSH_18 = FieldPath.of("MSH", 18);

    static DecodedText of(byte[] message, Envelope envelope) {
        String declared = envelope.component(18, 1);
        switch (declared.toUpperCase(Locale.ROOT).replaceAll("[ _/-]", "")) {
            case "UTF8", "UNICODE", "UNICODEUTF8":
                return strict(message, StandardCharsets.UTF_8, declared);
            case "GB2312", "GBK", "GB18030", "GB180302000", "GB180302005", "GB180302022", "CP936":
                return strict(message, GB18030, declared);
            case "", "ASCII", "USASCII":
                return undeclared(message, declared);
            default:
                return new DecodedText(StandardCharsets.UTF_8, UTF_8_NAME, Optional.empty(), Optional.of(unknown()));
        }
    }

    /** Nothing said, or only the default: UTF-8 where every byte fits it, else GB18030. */
    private static DecodedText undeclared(byte[] message, String declared) {
        DecodedText utf8 = strict(message, StandardCharsets.UTF_8, declared.isEmpty() ? UTF_8_NAME : declared);
        if (utf8.text().isPresent()) {
            return utf8;
        }
        return strict(message, GB18030, declared.isEmpty() ? "GB 18030-2000" : declared);
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
            return new DecodedText(
                    charset, name, Optional.empty(), Optional.of(undecodable(charset, bytes.position())));
        }
        String decoded = text.flip().toString();
        // A database cannot hold NUL in a text, and no sender means it.
        return decoded.indexOf(0) < 0
                ? new DecodedText(charset, name, Optional.of(decoded), Optional.empty())
                : new DecodedText(charset, name, Optional.empty(), Optional.of(nul()));
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
