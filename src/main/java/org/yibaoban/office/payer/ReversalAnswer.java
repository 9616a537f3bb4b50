package org.yibaoban.office.payer;

import java.util.List;
import java.util.Optional;

/**
 * The payer's answer to a reversal.
 *
 * @param payerReference the payer's number of the reversal, where it has one
 * @param reasons the payer's words, when REFUSED
 * @param request the reversal as sent; empty when the answer came from a status query
 * @param response byte for byte
 */
public record ReversalAnswer(
        Outcome outcome, Optional<String> payerReference, List<String> reasons, byte[] request, byte[] response) {

    /** What became of a reversal. */
    public enum Outcome {
        /** The claim is taken back. */
        DONE,
        /** The payer will answer later. */
        QUEUED,
        /** The claim stands as before. */
        REFUSED
    }
}
