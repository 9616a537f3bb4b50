package org.yibaoban.quota.casegroup;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * What a group of an area and year stands for.
 *
 * @param group its code, such as {@code FM19}
 * @param value weight (DRG) or points (DIP), above 0, at most six places
 * @param referenceCost mean cost of a stay of the group in the area, above 0, in yuan
 * @param referenceDays mean length of one, above 0, in days, at most six places
 */
public record CaseWeight(
        String group, BigDecimal value, Optional<Money> referenceCost, Optional<BigDecimal> referenceDays) {

    /** As many as sums over stays are kept with. */
    private static final int PLACES = 6;

    /** @throws IllegalArgumentException for a figure that is not above 0, is too fine, or a blank code */
    public CaseWeight {
        if (group.isBlank()) {
            throw new IllegalArgumentException("a group has a code");
        }
        check(group, "weight", value);
        if (referenceCost.filter(cost -> !cost.isPositive()).isPresent()) {
            throw new IllegalArgumentException("group " + group + ": the reference cost must be above 0");
        }
        referenceDays.ifPresent(days -> check(group, "reference of days", days));
    }

    private static void check(String group, String what, BigDecimal figure) {
        if (figure.signum() <= 0) {
            throw new IllegalArgumentException("group " + group + ": the " + what + " must be above 0, not " + figure);
        }
        if (figure.stripTrailingZeros().scale() > PLACES) {
            throw new IllegalArgumentException(
                    "group " + group + ": the " + what + " has at most " + PLACES + " places, not " + figure);
        }
    }
}
