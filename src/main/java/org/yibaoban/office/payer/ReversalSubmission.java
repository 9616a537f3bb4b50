package org.yibaoban.office.payer;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * All that a reversal of a claim says.
 *
 * @param identifier the reversal's own, made and stored before the first send, kept over every retry
 * @param claim the claim as it was sent, byte for byte
 * @param payerReference the payer's settlement number (setl_id)
 * @param reason why it is taken back, in the office's words
 * @param created when it was approved, in the hospital's local time
 */
public record ReversalSubmission(
        String identifier,
        PreparedClaim claim,
        Optional<String> payerReference,
        String reason,
        LocalDateTime created) {}
