package org.yibaoban.his.hl7v2;

/**
 * The bytes of one message with what can be said of them before they are understood.
 *
 * @param envelope read by the message's own charset, where that could be decided
 */
record Incoming(byte[] content, Envelope envelope, DecodedText decoded) {

    static Incoming of(byte[] content, SenderCharsets charsets) {
        Envelope guessed = Envelope.of(content);
        DecodedText decoded = DecodedText.of(content, guessed, charsets);
        Envelope envelope = decoded.text().isPresent() ? Envelope.of(content, decoded.charset()) : guessed;
        return new Incoming(content, envelope, decoded);
    }
}
