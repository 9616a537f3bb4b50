package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Weights (DRG) or points (DIP) of the groups of an area and year, loaded as data. Immutable.
 *
 * @param byGroup each group by its code
 */
public record CaseWeights(Map<String, Weight> byGroup) {

    public CaseWeights {
        byGroup = Map.copyOf(byGroup);
    }

    /**
     * A group.
     *
     * @param value weight or points, above 0
     * @param reference mean cost of the group in the area, in yuan, that high and low cases are told by; where it is
     *     absent they are told by weight x rate
     */
    public record Weight(String code, String name, BigDecimal value, Optional<Money> reference) {

        /** @throws IllegalArgumentException when weight or reference cost is not positive */
        public Weight {
            if (value.signum() <= 0) {
                throw new IllegalArgumentException("group " + code + ": the weight must be above 0, not " + value);
            }
            if (reference.filter(cost -> !cost.isPositive()).isPresent()) {
                throw new IllegalArgumentException("group " + code + ": the reference cost must be above 0");
            }
        }
    }

    public Optional<Weight> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }
}
