package org.yibaoban.office.his;

import java.util.Optional;

/** What the message store found when it kept a message. */
public sealed interface Kept {

    /** Its identity in the message store. */
    long messageId();

    /** Seen for the first time, or seen before but never answered (the server died in between): work on it. */
    record Fresh(long messageId) implements Kept {}

    /** The same control id with the same content, answered before: give the same answer again. */
    record Repeat(long messageId, byte[] answer) implements Kept {}

    /** The same control id with other content: kept, held and shown to the office; not worked on. */
    record Held(long messageId, String incidentId) implements Kept {}

    /** The answer given before, if any. */
    default Optional<byte[]> earlierAnswer() {
        return this instanceof Repeat repeat ? Optional.of(repeat.answer()) : Optional.empty();
    }
}
