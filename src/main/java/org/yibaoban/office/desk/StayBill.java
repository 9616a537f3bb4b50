package org.yibaoban.office.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.quota.payment.StayPayment;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.PatientDetails;

/**
 * All that the billing desk shows of one stay.
 *
 * @param membership as the payer verified it; empty while it is not, or when the payer does not know the person
 * @param year what the person had used of the plan year before this visit
 * @param membershipNote the payer's reason where the fund does not pay; blank otherwise
 * @param days what was charged by calendar day, first day first
 * @param kinds the same by kind of charge
 * @param estimate by the plan in force on the discharge date (today while the stay is open)
 * @param estimateFault why there is no estimate
 * @param payment what the payer's way of paying brings; empty for who settles as self-paying
 * @param remarks why it is settled in the way it is
 * @param flags what is to be known; those that block stop the claim
 */
public record StayBill(
        VisitSummary visit,
        PatientDetails patient,
        List<Diagnosis> diagnoses,
        Optional<Membership> membership,
        YearToDate year,
        String membershipNote,
        List<ChargeSum> days,
        List<ChargeSum> kinds,
        Money total,
        Optional<Settlement> estimate,
        Optional<String> estimateFault,
        Optional<StayPayment> payment,
        List<Remark> remarks,
        Set<StayFlag> flags,
        Optional<ClaimView> claim) {

    /** Whether anything of it stands at the payer, or on its way there. */
    public boolean isClaimed() {
        return claim.filter(found -> found.state().holdsVisit()).isPresent() || isSettledInParts();
    }

    /** Whether the parts that were settled while it went on settled all of it. */
    public boolean isSettledInParts() {
        return visit.claimState().equals(ClaimState.SETTLED.name());
    }

    /** The same with the charges and the claim of a part of the stay. */
    StayBill ofPart(Optional<ClaimView> ofPart, List<ChargeSum> charged, List<Remark> why) {
        return new StayBill(
                visit,
                patient,
                diagnoses,
                membership,
                year,
                membershipNote,
                days,
                charged,
                ChargeSum.total(charged).amount(),
                estimate,
                estimateFault,
                payment,
                why,
                flags,
                ofPart);
    }
}
