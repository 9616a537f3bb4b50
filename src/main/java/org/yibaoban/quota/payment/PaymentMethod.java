package org.yibaoban.quota.payment;

import java.util.Optional;
import java.util.Set;
import org.yibaoban.visit.VisitType;

/**
 * One way of paying in an agreement, with the stays that it is for.
 *
 * @param id unique in the agreement
 * @param visits the kind of visits that it pays for
 * @param departments only stays of these; empty for any
 * @param counts what is held against the limit
 * @param clause of the agreement
 * @param sharing of a month's surplus and overrun; without it the method brings just what it grants
 */
public record PaymentMethod(
        String id,
        String chinese,
        String english,
        VisitType visits,
        Set<String> departments,
        Counts counts,
        String clause,
        PaymentTerms terms,
        Optional<Sharing> sharing) {

    public PaymentMethod {
        departments = Set.copyOf(departments);
    }

    /** Whether it pays for the stay; the first method of an agreement that does is the stay's own. */
    public boolean takes(PaymentStay stay) {
        return stay.type() == visits
                && (departments.isEmpty() || departments.contains(stay.department()))
                && terms.takes(stay);
    }

    /** What the stay brings by this method. */
    StayPayment pay(PaymentStay stay) {
        if (!terms.counts(stay)) {
            return StayPayment.without(this, StayPayment.Outcome.BELOW_DEDUCTIBLE);
        }
        return counts.of(stay)
                .map(counted -> terms.ofStay(stay, counted)
                        .map(payable -> StayPayment.of(this, counted, payable))
                        .orElseGet(() -> StayPayment.onTheMonth(this, counted)))
                .orElseGet(() -> StayPayment.without(this, StayPayment.Outcome.NO_ESTIMATE));
    }
}
