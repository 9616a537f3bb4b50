package org.yibaoban.quota.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseWeight;

/** What a stay with a case group adds: weight, and cost and days against the group's (spec/quotas.md, "cost index"). */
final class CaseShare {

    /** Quotients are added up over stays: each with so many places, half-up. */
    private static final int PLACES = 6;

    private CaseShare() {}

    /** A reference that is not known makes no ratio: the stay counts in no average of it. */
    static Tally of(CaseWeight group, Money charges, long days) {
        Tally tally = Tally.of(Measure.GROUPED_STAYS, 1).plus(Measure.WEIGHTS, group.value());
        if (group.referenceCost().isPresent()) {
            tally = tally.plus(Measure.COST_RATED_STAYS, 1)
                    .plus(
                            Measure.COST_RATIOS,
                            ratio(charges.yuan(), group.referenceCost().get().yuan()));
        }
        if (group.referenceDays().isPresent()) {
            tally = tally.plus(Measure.TIME_RATED_STAYS, 1)
                    .plus(
                            Measure.TIME_RATIOS,
                            ratio(
                                    BigDecimal.valueOf(days),
                                    group.referenceDays().get()));
        }
        return tally;
    }

    private static BigDecimal ratio(BigDecimal value, BigDecimal reference) {
        return value.divide(reference, PLACES, RoundingMode.HALF_UP);
    }
}
