package org.yibaoban.office.facade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.yibaoban.benefit.Explanation;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.selection.Selection;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ClaimHead;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.Readings;
import org.yibaoban.store.VisitRow;

/** Claims with their amounts and the reasons of our estimate. Runs in the caller's transaction. */
@ApplicationScoped
class SettlementPages {

    @Inject
    private Readings readings;

    @Inject
    private Stays stays;

    List<SettlementView> page(Selection wanted) {
        List<ClaimHead> claims = readings.claims(wanted);
        List<Long> ids = claims.stream().map(ClaimHead::id).toList();
        List<Long> visitIds = claims.stream().map(ClaimHead::visitId).distinct().toList();
        Map<Long, Map<SettlementField, Money>> answers = readings.answers(ids);
        Map<Long, Map<SettlementField, Money>> estimates = readings.estimates(ids);
        Map<Long, VisitRow> visits = readings.visits(visitIds);
        Map<Long, List<ChargeLineRow>> lines = readings.allLines(visitIds);
        return claims.stream()
                .map(claim -> settlement(
                        claim,
                        visits.get(claim.visitId()),
                        answers.getOrDefault(claim.id(), Map.of()),
                        estimates.getOrDefault(claim.id(), Map.of()),
                        lines.getOrDefault(claim.visitId(), List.of())))
                .toList();
    }

    private SettlementView settlement(
            ClaimHead claim,
            VisitRow visit,
            Map<SettlementField, Money> answer,
            Map<SettlementField, Money> estimate,
            List<ChargeLineRow> lines) {
        return new SettlementView(
                claim.id(),
                StoreReads.subject(visit),
                claim.identifier(),
                visit.type(),
                claim.state(),
                claim.createdAt(),
                claim.reference(),
                visit.caseGroup()
                        .filter(group -> group.source() == CaseGroup.Source.PAYER)
                        .map(CaseGroup::code),
                visit.membershipState() != MembershipState.REFUSED,
                answer.isEmpty() ? estimate : answer,
                !answer.isEmpty(),
                claim.note(),
                claim.differences(),
                // the rules would be asked of other lines and another day
                claim.stayPart().isPresent() ? List.of() : explanation(visit, estimate, lines),
                claim.changedAt(),
                claim.stayPart());
    }

    /** The rules are asked again; what they no longer say as they did when the claim was made is left out. */
    private List<Explanation> explanation(
            VisitRow visit, Map<SettlementField, Money> estimate, List<ChargeLineRow> lines) {
        try {
            return stays.estimate(visit, lines).explanation().stream()
                    .filter(reason -> reason.amount().equals(estimate.get(reason.field())))
                    .toList();
        } catch (OfficeRefused noLongerEstimable) {
            return List.of();
        }
    }
}
