package org.yibaoban.office.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.payer.PreparedReversal;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceState;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.store.ClaimDecisions;
import org.yibaoban.store.Differences;
import org.yibaoban.store.Reconciliations;

/** The store's side of what is done about a difference: each step is one short transaction. */
@ApplicationScoped
public class RepairBook {

    @Inject
    private Reconciliations reconciliations;

    @Inject
    private Differences differences;

    @Inject
    private ClaimDecisions decisions;

    @Inject
    private Clock clock;

    /** @throws OfficeRefused when it is not known, gone, or its period is closed or presented */
    @Transactional
    public DifferenceOnFile open(long difference) {
        DifferenceOnFile one = differences
                .find(difference)
                .orElseThrow(
                        () -> new OfficeRefused(ReasonCode.RECONCILIATION_UNKNOWN, "difference " + difference, ""));
        PeriodStanding period = reconciliations.lock(one.reconciliation()).orElseThrow();
        if (!period.state().isOpen()
                || one.state() == DifferenceState.GONE
                || !one.kind().needsAPerson()) {
            throw new OfficeRefused(
                    ReasonCode.RECONCILIATION_STATE,
                    "claim " + one.claim(),
                    period.state().english());
        }
        return one;
    }

    /** @throws OfficeRefused when the claim has no reversal that the payer has confirmed */
    @Transactional
    public PreparedReversal reversal(String claim) {
        return decisions
                .confirmedReversal(claim)
                .map(decision -> new PreparedReversal(
                        decision.identifier().orElseThrow(), claim, decision.method(), decision.content()))
                .orElseThrow(() -> new OfficeRefused(ReasonCode.DIFFERENCE_ACTION, "claim " + claim, ""));
    }

    @Transactional
    public void step(long difference, String by, Action action, String words) {
        differences.step(difference, new Step<>(clock.instant(), by, action, words));
    }

    @Transactional
    public void settle(long difference, DifferenceState state, Action action, String words, String by) {
        open(difference);
        differences.settle(difference, state, words, by, clock.instant());
        differences.step(difference, new Step<>(clock.instant(), by, action, words));
    }
}
