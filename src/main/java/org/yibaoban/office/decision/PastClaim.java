package org.yibaoban.office.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;

/**
 * One of a visit's claims with all that was decided on it.
 *
 * @param fund what the basic fund paid by the payer's answer, in yuan; empty without an answer
 * @param personal the patient's share by the payer's answer, in yuan; empty without an answer
 * @param note the payer's reasons, or why the claim is where it is; may be blank
 * @param decisions the oldest first
 * @param part of a stay that is settled in parts
 */
public record PastClaim(
        String identifier,
        ClaimState state,
        Instant createdAt,
        String createdBy,
        Optional<Instant> settledAt,
        Optional<String> payerReference,
        Optional<Money> fund,
        Optional<Money> personal,
        String note,
        List<DecisionView> decisions,
        Optional<StayPart> part) {

    public PastClaim {
        decisions = List.copyOf(decisions);
    }
}
