package org.yibaoban.office.whatif;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitFault;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.store.Claims;
import org.yibaoban.store.VisitLists;
import org.yibaoban.store.VisitRow;

/**
 * Settles a period's settled visits again under another plan and compares. Each keeps its person and the year
 * that it was settled with: what earlier visits would have used up under the other plan is not followed
 * up. Pages through the period, outside any transaction, so that memory and locks stay small however long it is.
 */
@ApplicationScoped
public class WhatIfDesk {

    private static final int PAGE = 200;

    @Inject
    private VisitLists visits;

    @Inject
    private Claims claims;

    @Inject
    private Stays stays;

    @Inject
    private Plans plans;

    @Inject
    private Hospital hospital;

    /** @throws OfficeRefused when there is no such plan */
    @Transactional(TxType.NOT_SUPPORTED)
    public WhatIf compare(WhatIfQuestion question, WhatIfProgress progress) {
        PlanHistory plan = plans.history(question.planId())
                .orElseThrow(() -> new OfficeRefused(
                        ReasonCode.BAD_REQUEST, "plan", question.planId() + ", known are " + plans.ids()));
        return compare(question, plan, progress);
    }

    /** The same under a plan that need not be in force here. */
    @Transactional(TxType.NOT_SUPPORTED)
    public WhatIf compare(WhatIfQuestion question, PlanHistory plan, WhatIfProgress progress) {
        WhatIfTally tally = new WhatIfTally();
        long of = visits.countSettled(question.from(), question.to());
        long done = 0;
        progress.at(done, of);
        List<VisitRow> page = visits.settled(question.from(), question.to(), 0, PAGE);
        while (!page.isEmpty()) {
            for (VisitRow visit : page) {
                settleAgain(visit, plan, question, tally);
            }
            done += page.size();
            progress.at(done, of);
            page = visits.settled(
                    question.from(), question.to(), page.get(page.size() - 1).id(), PAGE);
        }
        return tally.result(question, hospital::department);
    }

    private void settleAgain(VisitRow visit, PlanHistory history, WhatIfQuestion question, WhatIfTally tally) {
        Optional<Membership> insured = visit.membership()
                .filter(membership -> membership.insuranceType() == history.insuranceType())
                .filter(membership -> membership.member().standing() == Standing.ACTIVE);
        if (insured.isEmpty()) {
            tally.otherInsurance();
            return;
        }
        if (visit.parts().isDivided()) {
            tally.notSettled("settled in parts, each by its own day");
            return;
        }
        LocalDate day = question.figuresOf().orElseGet(() -> stays.settlementDay(visit));
        Optional<Plan> plan = history.on(day);
        if (plan.isEmpty()) {
            tally.notSettled("plan " + history.id() + " is not in force on " + day);
            return;
        }
        Membership membership = insured.get();
        List<BenefitLine> lines = Stays.benefitLines(visit, stays.lines(visit));
        try {
            Settlement wouldBe = BenefitEngine.settle(
                    plan.get(), membership.member(), stays.year(visit), stays.terms(visit, plan.get()), lines);
            tally.compare(visit.location().department(), membership.member(), claims.settledAmounts(visit), wouldBe);
        } catch (BenefitFault fault) {
            tally.notSettled(fault.getMessage());
        }
    }
}
