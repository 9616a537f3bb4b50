package org.yibaoban.quota;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A limit that the office watches and that never blocks care (spec/quotas.md, "Quotas"). Immutable.
 *
 * @param scopeCode code of the hospital, department or doctor
 * @param limit for one period, in the unit of the measure (yuan, percent, days or a count), two places
 * @param levels warning levels in percent of the limit, ascending
 * @param from first day in force
 * @param to last day in force, empty while it has no end
 * @param source who set it and where that stands
 */
public record Quota(
        QuotaScope scope,
        String scopeCode,
        QuotaPeriod period,
        QuotaMeasure measure,
        Money limit,
        List<Integer> levels,
        LocalDate from,
        Optional<LocalDate> to,
        String source) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException for a limit that is not positive, levels that do not rise, an end before the start */
    public Quota {
        levels = List.copyOf(levels);
        if (!limit.isPositive()) {
            throw new IllegalArgumentException("the limit must be above 0, not " + limit);
        }
        int below = 0;
        for (int level : levels) {
            if (level <= below) {
                throw new IllegalArgumentException("levels must be above 0 and rise: " + levels);
            }
            below = level;
        }
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("a quota needs a warning level");
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("to " + to.get() + " lies before from " + from);
        }
    }

    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** How much of the limit is used, in percent with two places, half-up, for screens. */
    public BigDecimal percentUsed(Money used) {
        return used.yuan().multiply(HUNDRED).divide(limit.yuan(), 2, RoundingMode.HALF_UP);
    }

    /** The highest warning level reached, compared exactly and not by the rounded percentage. */
    public Optional<Integer> levelReached(Money used) {
        BigDecimal scaled = used.yuan().multiply(HUNDRED);
        return levels.stream()
                .filter(level -> scaled.compareTo(limit.yuan().multiply(BigDecimal.valueOf(level))) >= 0)
                .reduce((lower, higher) -> higher);
    }

    /** Whether both limit the same thing. */
    public boolean sameSubject(Quota other) {
        return scope == other.scope
                && scopeCode.equals(other.scopeCode)
                && period == other.period
                && measure == other.measure;
    }

    /** Whether there is a day on which both are in force. */
    public boolean overlaps(Quota other) {
        return !to.orElse(LocalDate.MAX).isBefore(other.from)
                && !other.to.orElse(LocalDate.MAX).isBefore(from);
    }
}
