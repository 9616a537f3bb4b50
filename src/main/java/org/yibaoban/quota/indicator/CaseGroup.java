package org.yibaoban.quota.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.yibaoban.money.Money;

/**
 * The case group of a stay and what it stands for.
 *
 * @param weight of the group
 * @param referenceCost what a stay of the group costs elsewhere, above 0, in yuan
 * @param referenceDays what it takes elsewhere, above 0, in days
 */
public record CaseGroup(BigDecimal weight, Money referenceCost, BigDecimal referenceDays) {

    /** Quotients are added up over stays: each with so many places, half-up. */
    private static final int PLACES = 6;

    /** @throws IllegalArgumentException for a reference that is not above 0 */
    public CaseGroup {
        if (!referenceCost.isPositive() || referenceDays.signum() <= 0) {
            throw new IllegalArgumentException("references of a group must be above 0");
        }
    }

    /** What a stay of this group adds. */
    Tally tally(Money charges, long days) {
        return Tally.of(Measure.GROUPED_STAYS, 1)
                .plus(Measure.WEIGHTS, weight)
                .plus(Measure.COST_RATIOS, charges.yuan().divide(referenceCost.yuan(), PLACES, RoundingMode.HALF_UP))
                .plus(
                        Measure.TIME_RATIOS,
                        BigDecimal.valueOf(days).divide(referenceDays, PLACES, RoundingMode.HALF_UP));
    }
}
