package org.yibaoban.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.settlement.ClaimState;

/** A claim without its bytes and amounts, for pages of many. */
public record ClaimHead(
        Long id,
        Long visitId,
        Long patientId,
        String identifier,
        ClaimState state,
        Instant createdAt,
        String payerReference,
        String note,
        String differenceLines,
        Instant changedAt) {

    public Optional<String> reference() {
        return Optional.ofNullable(payerReference);
    }

    public List<String> differences() {
        return differenceLines.isBlank() ? List.of() : List.of(differenceLines.split("\n"));
    }
}
