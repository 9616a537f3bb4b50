package org.yibaoban.his.hl7v2;

import java.nio.charset.Charset;
import java.util.Optional;

/** What the hospital has set about the charset of a sender; it goes before what the sender's messages say. */
@FunctionalInterface
public interface SenderCharsets {

    /** Every message speaks for itself. */
    SenderCharsets NONE_SET = sender -> Optional.empty();

    /** @param sender MSH-3 and MSH-4, such as {@code HIS|YB01} */
    Optional<Charset> of(String sender);
}
