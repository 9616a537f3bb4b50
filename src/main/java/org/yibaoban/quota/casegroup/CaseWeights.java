package org.yibaoban.quota.casegroup;

import java.util.Map;
import java.util.Optional;

/**
 * Weights (DRG) or points (DIP) of the groups of an area and year, loaded as data. Immutable.
 *
 * @param byGroup each group by its code
 */
public record CaseWeights(Map<String, CaseWeight> byGroup) {

    public CaseWeights {
        byGroup = Map.copyOf(byGroup);
    }

    public Optional<CaseWeight> of(String group) {
        return Optional.ofNullable(byGroup.get(group));
    }
}
