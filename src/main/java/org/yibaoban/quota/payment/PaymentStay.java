package org.yibaoban.quota.payment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.visit.VisitType;

/**
 * What the payment methods need to know of a stay or an outpatient visit.
 *
 * @param department the one that discharges it; while it is open the one it lies in
 * @param doctor code of the doctor in charge
 * @param patient tells patients apart
 * @param admitted first day
 * @param end day of discharge; of an open stay the day up to which it is looked at
 * @param diagnosis code of the main diagnosis, where it is known
 * @param group as the payer or the HIS told it
 * @param charges net of reversals, in yuan
 * @param fund what of them the funds are asked for, in yuan; empty before there is an estimate
 */
public record PaymentStay(
        String visit,
        VisitType type,
        String department,
        String doctor,
        String patient,
        LocalDate admitted,
        LocalDate end,
        Optional<String> diagnosis,
        Optional<CaseGroup> group,
        Money charges,
        Optional<Money> fund) {

    /** Discharge less admission, at least 1 (spec/quotas.md). */
    public long bedDays() {
        return Math.max(1, ChronoUnit.DAYS.between(admitted, end));
    }

    /** The same stay with further charges, such as those of an order that is not signed yet. */
    public PaymentStay with(Money further, Optional<Money> fundWithIt) {
        return new PaymentStay(
                visit,
                type,
                department,
                doctor,
                patient,
                admitted,
                end,
                diagnosis,
                group,
                charges.plus(further),
                fundWithIt);
    }
}
