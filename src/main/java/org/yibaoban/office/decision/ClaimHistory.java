package org.yibaoban.office.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ClaimDecisionRow;
import org.yibaoban.store.ClaimDecisions;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.PersonYears;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** All claims of a visit with who decided what and why, and what the office has to look at. */
@ApplicationScoped
public class ClaimHistory {

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private ClaimDecisions decisions;

    @Inject
    private PersonYears years;

    /**
     * The newest claim first.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public List<PastClaim> of(VisitNumber number) {
        VisitRow visit = find(number);
        Map<Long, List<ClaimDecisionRow>> decided =
                decisions.all(visit).stream().collect(Collectors.groupingBy(ClaimDecisionRow::claimId));
        return claims.all(visit).stream()
                .map(claim -> past(claim, decided.getOrDefault(claim.id(), List.of())))
                .toList();
    }

    /** The decision on the visit's claim that is not closed yet. */
    @Transactional
    public Optional<DecisionView> open(VisitNumber number) {
        return claims.lastStanding(find(number))
                .flatMap(claim -> decisions.open(claim.id()))
                .map(ClaimHistory::view);
    }

    /** What waits for a second person, the oldest first. */
    @Transactional
    public List<WaitingDecision> waiting(int limit) {
        return decisions.waiting(limit).stream()
                .map(decision -> new WaitingDecision(
                        decision.visit().number().value(),
                        decision.visit().patient().details().name(),
                        decision.visit().location().department(),
                        view(decision)))
                .toList();
    }

    /** Standing settlements that were made with an earlier one, which was taken back since; the newest first. */
    @Transactional
    public List<SettledOnReversed> settledOnReversed(int limit) {
        return years.settledOnReversed(limit).stream()
                .map(found -> new SettledOnReversed(found.visit(), found.reversedVisit(), found.reversedAt()))
                .toList();
    }

    private VisitRow find(VisitNumber number) {
        return visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
    }

    private static PastClaim past(ClaimRow claim, List<ClaimDecisionRow> decided) {
        Map<SettlementField, Money> answer = claim.answer();
        return new PastClaim(
                claim.identifier(),
                claim.state(),
                claim.createdAt(),
                claim.createdBy(),
                claim.settledAt(),
                claim.payerReference(),
                Optional.ofNullable(answer.get(SettlementField.BASIC_FUND)),
                Optional.ofNullable(answer.get(SettlementField.PERSONAL)),
                claim.note(),
                decided.stream().map(ClaimHistory::view).toList(),
                claim.part());
    }

    private static DecisionView view(ClaimDecisionRow decision) {
        return new DecisionView(
                decision.kind(),
                decision.state(),
                decision.reason(),
                decision.requestedBy(),
                decision.requestedAt(),
                decision.decidedBy(),
                decision.decidedAt(),
                decision.closedAt(),
                decision.identifier(),
                decision.payerReference(),
                decision.note());
    }
}
