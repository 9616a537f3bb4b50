package org.yibaoban.office.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.UUID;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.control.TwoPersons;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.Duties;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.payer.PreparedClaim;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.office.payer.ReversalBook;
import org.yibaoban.office.payer.ReversalSubmission;
import org.yibaoban.office.stay.MembershipQuestions;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.office.stay.YearAccounts;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.settlement.DecisionState;
import org.yibaoban.store.ClaimDecisionRow;
import org.yibaoban.store.ClaimDecisions;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * Two persons decide on an answered claim: one asks with a reason, another approves. Each step is one transaction; only
 * the approval of a reversal writes into the outbox, together with the reversal's identifier and bytes.
 */
@ApplicationScoped
public class DecisionDesk {

    private static final int LONGEST_REASON = 200;

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private ClaimDecisions decisions;

    @Inject
    private YearAccounts years;

    @Inject
    private Stays stays;

    @Inject
    private ReversalBook reversals;

    @Inject
    private MembershipQuestions memberships;

    @Inject
    private PayerGateway payer;

    @Inject
    private HisNews his;

    @Inject
    private Duties duties;

    @Inject
    private Clock clock;

    /**
     * Asks for it; nothing moves before another person approves.
     *
     * @throws OfficeRefused when the claim stands otherwise, a decision on it is open, or no reason is given
     */
    @Transactional
    public void request(VisitNumber number, DecisionKind kind, String reason, String user) {
        VisitRow visit = lock(number);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, subject(visit), "");
        }
        ClaimRow claim = claim(visit, kind);
        decisions.open(claim.id()).ifPresent(open -> {
            throw new OfficeRefused(
                    ReasonCode.DECISION_OPEN,
                    subject(visit),
                    open.kind().english() + ", " + open.state().english());
        });
        if (kind == DecisionKind.ACCEPTANCE) {
            refuseIncomplete(visit, claim);
        }
        decisions.add(new ClaimDecisionRow(claim, kind, why, user, clock.instant()));
    }

    /** Takes a request back; only who asked may. */
    @Transactional
    public void recall(VisitNumber number, DecisionKind kind, String user) {
        VisitRow visit = lock(number);
        ClaimDecisionRow decision = requested(visit, claim(visit, kind), kind);
        if (!decision.requestedBy().equals(user)) {
            throw new OfficeRefused(ReasonCode.NOT_THE_REQUESTER, subject(visit), "");
        }
        decision.recalled(clock.instant());
    }

    /** The second person says no, with a reason. */
    @Transactional
    public void reject(VisitNumber number, DecisionKind kind, String reason, String user) {
        VisitRow visit = lock(number);
        ClaimDecisionRow decision = requested(visit, claim(visit, kind), kind);
        requireSecond(visit, decision, user);
        decision.rejected(user, reason == null ? "" : reason.strip(), clock.instant());
    }

    /**
     * The second person says yes. A reversal goes to the payer, unless the payer never heard of the claim; an accepted
     * answer settles the claim at once.
     *
     * @throws OfficeRefused when nothing waits, or when it is who asked
     */
    @Transactional
    public void approve(VisitNumber number, DecisionKind kind, String user) {
        VisitRow visit = lock(number);
        ClaimRow claim = claim(visit, kind);
        ClaimDecisionRow decision = requested(visit, claim, kind);
        requireSecond(visit, decision, user);
        if (kind == DecisionKind.ACCEPTANCE) {
            decision.approvedAndDone(user, clock.instant());
            claim.accepted(clock.instant());
            visit.claimMoved(claim);
            years.settled(visit, claim, stays.settlementDay(visit));
            // what made the answer differ, such as another hospital's stay, comes with the payer's next report
            memberships.askAnew(visit);
            his.claimMoved(visit, claim);
        } else if (claim.isWithoutPayer()) {
            decision.approvedAndDone(user, clock.instant());
            reversals.reversed(visit, claim);
        } else {
            send(visit, claim, decision, user);
        }
    }

    private void send(VisitRow visit, ClaimRow claim, ClaimDecisionRow decision, String user) {
        PreparedReversal prepared = payer.prepareReversal(new ReversalSubmission(
                UUID.randomUUID().toString(),
                new PreparedClaim(claim.identifier(), claim.content()),
                claim.payerReference(),
                decision.reason(),
                LocalDateTime.now(clock)));
        decision.approved(user, prepared.identifier(), prepared.method(), prepared.content(), clock.instant());
        claim.reversing();
        visit.claimMoved(claim);
        claims.say(new OutboxRow(OutboxRow.Kind.REVERSAL, visit.id(), claim.id(), clock.instant()));
    }

    private VisitRow lock(VisitNumber number) {
        return visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
    }

    private ClaimRow claim(VisitRow visit, DecisionKind kind) {
        return claims.lastStanding(visit)
                .filter(claim -> kind.appliesTo(claim.state()))
                .orElseThrow(() -> new OfficeRefused(
                        ReasonCode.DECISION_NOT_POSSIBLE,
                        subject(visit),
                        visit.claimState().map(Enum::name).orElse("no claim")));
    }

    private ClaimDecisionRow requested(VisitRow visit, ClaimRow claim, DecisionKind kind) {
        return decisions
                .open(claim.id())
                .filter(decision -> decision.kind() == kind && decision.state() == DecisionState.REQUESTED)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.DECISION_NOT_FOUND, subject(visit), ""));
    }

    private void requireSecond(VisitRow visit, ClaimDecisionRow decision, String user) {
        TwoPersons action = decision.kind() == DecisionKind.REVERSAL ? TwoPersons.REVERSAL : TwoPersons.ACCEPTANCE;
        duties.requireSecond(action, decision.requestedBy(), user, subject(visit));
    }

    private static void refuseIncomplete(VisitRow visit, ClaimRow claim) {
        for (SettlementField field : SettlementField.values()) {
            if (!claim.answer().containsKey(field)) {
                throw new OfficeRefused(ReasonCode.ANSWER_INCOMPLETE, subject(visit), field.key());
            }
        }
    }

    private static String subject(VisitRow visit) {
        return "visit " + visit.number();
    }
}
