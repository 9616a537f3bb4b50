package org.yibaoban.launcher.day;

import java.util.List;

/** One thing that the HIS does on this day. */
sealed interface Step {

    Phase phase();

    String visit();

    /**
     * Sends an HL7 v2 message.
     *
     * @param type such as {@code ADT^A01}
     * @param charges what a DFT posts, empty for ADT
     * @param again the same message a second time, as a sender does that lost the answer
     */
    record Message(
            Phase phase, String visit, String type, String controlId, String text, List<Charge> charges, boolean again)
            implements Step {

        Message repeated() {
            return new Message(phase, visit, type, controlId, text, charges, true);
        }
    }

    /** Asks the order-sign hook about orders that a doctor is about to sign. */
    record Order(Phase phase, String visit, String json) implements Step {}
}
