package org.yibaoban.office.facade;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.VisitType;

/**
 * Where a claim stands and what it comes to.
 *
 * @param caseGroup code of the case-based group that the payer put the stay into
 * @param amounts the payer's where it answered, else our estimate
 * @param answered whether the amounts are the payer's
 * @param note the payer's reasons, or why the claim is where it is; may be blank
 * @param explanation why our estimate is what it is; only what still holds for the amounts of the claim, and nothing for a
 *     part of a stay
 * @param part of a stay that is settled in parts
 */
public record SettlementView(
        long id,
        Subject subject,
        String identifier,
        VisitType type,
        ClaimState state,
        Instant createdAt,
        Optional<String> payerReference,
        Optional<String> caseGroup,
        boolean insured,
        Map<SettlementField, Money> amounts,
        boolean answered,
        String note,
        List<String> differences,
        List<Explanation> explanation,
        Instant changedAt,
        Optional<StayPart> part) {

    /** Of a visit that is settled at once. */
    public SettlementView(
            long id,
            Subject subject,
            String identifier,
            VisitType type,
            ClaimState state,
            Instant createdAt,
            Optional<String> payerReference,
            Optional<String> caseGroup,
            boolean insured,
            Map<SettlementField, Money> amounts,
            boolean answered,
            String note,
            List<String> differences,
            List<Explanation> explanation,
            Instant changedAt) {
        this(
                id,
                subject,
                identifier,
                type,
                state,
                createdAt,
                payerReference,
                caseGroup,
                insured,
                amounts,
                answered,
                note,
                differences,
                explanation,
                changedAt,
                Optional.empty());
    }
}
