package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * How often an item may be charged and beside what; an absent one sets no limit.
 *
 * @param maxPerDay highest quantity on one calendar day
 * @param maxPerStay highest quantity over the visit
 * @param repeatDays a line less than so many days after the one before it is a repeat
 * @param exclusiveGroup items of one group exclude each other on one day
 * @param therapyClass drugs of one class double each other on one day
 * @param includes hospital or national codes of items that are part of this one
 */
public record UsageLimits(
        Optional<BigDecimal> maxPerDay,
        Optional<BigDecimal> maxPerStay,
        Optional<Integer> repeatDays,
        Optional<String> exclusiveGroup,
        Optional<String> therapyClass,
        Set<String> includes) {

    public static final UsageLimits NONE = new UsageLimits(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());

    public UsageLimits {
        includes = Set.copyOf(includes);
    }

    /** Whether how often the item is charged, or whether its parts are, matters at all. */
    boolean limitsItem() {
        return maxPerDay.isPresent() || maxPerStay.isPresent() || repeatDays.isPresent() || !includes.isEmpty();
    }
}
