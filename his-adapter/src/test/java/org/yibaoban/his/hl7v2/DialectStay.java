package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up person's stay as a sender of another dialect tells it: admitted, charged 360 and 92 yuan, 120 of them given
 * back, discharged. The messages are resources in UTF-8, sent in the sender's own charset and line ends.
 *
 * @param dialect also the folder of the messages
 * @param visit the number that the office knows the stay by
 */
public record DialectStay(String dialect, String visit, String patient, Charset charset, String lineEnd) {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** One of each of the four senders of facts/interfaces.md, section 1a. */
    public static Stream<DialectStay> all() {
        return Stream.of(
                new DialectStay("winning-esb", "WN0001", "117", GB18030, "\r"),
                new DialectStay("ris-gb2312", "RI0001", "ZY-P77", GB18030, "\r"),
                new DialectStay("by-position", "PO0001", "PT301", StandardCharsets.UTF_8, "\n"),
                new DialectStay("plus-minus", "PM0001", "PM301", GB18030, "\r"));
    }

    /** In the order in which they are sent. */
    public List<byte[]> messages() throws IOException {
        return List.of(message("1-admit"), message("2-charge"), message("3-refund"), message("4-discharge"));
    }

    private byte[] message(String name) throws IOException {
        try (InputStream text = DialectStay.class.getResourceAsStream("/dialects/" + dialect + "/" + name + ".hl7")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\n", lineEnd)
                    .getBytes(charset);
        }
    }

    @Override
    public String toString() {
        return dialect;
    }
}
