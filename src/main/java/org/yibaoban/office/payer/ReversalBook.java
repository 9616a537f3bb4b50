package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.office.stay.MembershipQuestions;
import org.yibaoban.office.stay.YearAccounts;
import org.yibaoban.settlement.DecisionState;
import org.yibaoban.store.ClaimDecisionRow;
import org.yibaoban.store.ClaimDecisions;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.VisitRow;

/**
 * What the store holds of a reversal on its way to the payer, and what a reversal moves when it is done. All methods run
 * in the caller's transaction, with the visit's row locked.
 */
@ApplicationScoped
public class ReversalBook {

    @Inject
    private Claims claims;

    @Inject
    private ClaimDecisions decisions;

    @Inject
    private YearAccounts years;

    @Inject
    private MembershipQuestions memberships;

    @Inject
    private HisNews his;

    @Inject
    private Clock clock;

    /** Marks it as sent before it leaves; empty when nothing is left to say. */
    Optional<PayerOutbox.Task> take(OutboxRow task) {
        return onItsWay(task).map(decision -> {
            boolean sentBefore = decision.state() != DecisionState.QUEUED;
            if (!sentBefore) {
                decision.sending();
            }
            ClaimRow claim = claims.get(task.claimId());
            return new PayerOutbox.Task.Reversal(
                    task.id(),
                    new PreparedReversal(
                            decision.identifier().orElseThrow(),
                            claim.identifier(),
                            decision.method(),
                            decision.content()),
                    sentBefore);
        });
    }

    /** The payer answered. @return whether that was its last word */
    boolean answered(OutboxRow task, VisitRow visit, ReversalAnswer answer) {
        ClaimDecisionRow decision = onItsWay(task).orElseThrow();
        ClaimRow claim = claims.get(task.claimId());
        String reference = answer.payerReference().orElse(null);
        switch (answer.outcome()) {
            case DONE -> {
                decision.done(reference, clock.instant());
                reversed(visit, claim);
            }
            case REFUSED -> {
                String why = String.join("; ", answer.reasons());
                decision.refused(why, clock.instant());
                claim.reversalRefused(decision.claimBefore(), why);
                visit.claimMoved(claim);
            }
            case QUEUED -> decision.pended(reference);
        }
        return answer.outcome() != ReversalAnswer.Outcome.QUEUED;
    }

    void unreached(OutboxRow task, boolean sentBefore, String why) {
        ClaimDecisionRow decision = onItsWay(task).orElseThrow();
        if (sentBefore) {
            decision.stillUnknown(why);
        } else {
            decision.unsent(why);
        }
        claims.get(task.claimId()).reversalWaits(why);
    }

    void unknown(OutboxRow task, String why) {
        onItsWay(task).orElseThrow().stillUnknown(why);
        claims.get(task.claimId()).reversalWaits(why);
    }

    /**
     * The claim is taken back: what it added to the person's year leaves again, the visit is free for charges,
     * discharge and another claim, and the payer is asked how the membership stands now.
     */
    public void reversed(VisitRow visit, ClaimRow claim) {
        claim.reversed();
        visit.claimReversed(claim);
        years.reversed(visit, claim);
        memberships.askAnew(visit);
        his.claimMoved(visit, claim);
        his.visitMoved(visit);
    }

    private Optional<ClaimDecisionRow> onItsWay(OutboxRow task) {
        return decisions
                .open(task.claimId())
                .filter(decision -> decision.state().isOnItsWay());
    }
}
