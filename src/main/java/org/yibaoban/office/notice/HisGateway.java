package org.yibaoban.office.notice;

import java.io.IOException;

/** The office's line to the systems of the hospital. An implementation translates and sends; it keeps no state. */
public interface HisGateway {

    /**
     * A notice in the receiver's form, made once; sent unchanged however often it takes.
     *
     * @param controlId by which the receiver knows a repetition
     */
    byte[] write(HisReceiver receiver, HisNotice notice, String controlId);

    /**
     * Sends a message and waits for its acknowledgement.
     *
     * @throws IOException when the receiver could not be reached or did not answer: send the same again later
     */
    HisAnswer send(HisReceiver receiver, byte[] message) throws IOException;

    /**
     * What a receiver answered.
     *
     * @param text its words; blank where it gave none
     * @param content byte for byte
     */
    record HisAnswer(Outcome outcome, String text, byte[] content) {

        public enum Outcome {
            /** AA or CA. */
            TAKEN,
            /** AE or CE: the content is wrong for it, sending it again will not help. */
            REFUSED,
            /** AR or CR, or something that cannot be read: send the same again later. */
            LATER
        }
    }
}
