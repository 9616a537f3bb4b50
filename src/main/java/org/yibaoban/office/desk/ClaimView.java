package org.yibaoban.office.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;

/**
 * A claim as the desks show it.
 *
 * @param amounts the payer's amounts; empty until it answered
 * @param differences what differs from the estimate or breaks an identity, one sentence each
 * @param part of a stay that is settled in parts
 * @param note the payer's reasons, or why the claim is where it is; may be blank
 */
public record ClaimView(
        String identifier,
        ClaimState state,
        Instant createdAt,
        String createdBy,
        Optional<Instant> settledAt,
        Optional<String> payerReference,
        Map<SettlementField, Money> amounts,
        List<String> differences,
        String note,
        Optional<StayPart> part) {

    /** Of a visit that is settled at once. */
    public ClaimView(
            String identifier,
            ClaimState state,
            Instant createdAt,
            String createdBy,
            Optional<Instant> settledAt,
            Optional<String> payerReference,
            Map<SettlementField, Money> amounts,
            List<String> differences,
            String note) {
        this(
                identifier,
                state,
                createdAt,
                createdBy,
                settledAt,
                payerReference,
                amounts,
                differences,
                note,
                Optional.empty());
    }

    /** Whether the visit gets no other claim while this one stands; a settled part of a stay that goes on lets it. */
    public boolean holdsVisit() {
        return state.holdsVisit()
                && !(state == ClaimState.SETTLED
                        && part.filter(StayPart::midStay).isPresent());
    }
}
