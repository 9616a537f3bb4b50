package org.yibaoban.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;

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
        Instant changedAt,
        Integer part,
        boolean midStay,
        LocalDate from,
        LocalDate through) {

    /** The part that it settles of a stay that is settled in parts. */
    public Optional<StayPart> stayPart() {
        return Optional.ofNullable(part).map(number -> new StayPart(number, from, through, midStay));
    }

    public Optional<String> reference() {
        return Optional.ofNullable(payerReference);
    }

    public List<String> differences() {
        return differenceLines.isBlank() ? List.of() : List.of(differenceLines.split("\n"));
    }
}
