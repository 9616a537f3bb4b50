package org.yibaoban.quota.indicator;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;

/** Sums from which indicators are derived; what is not named is 0. Exact, immutable, and equal where all sums are. */
public final class Tally {

    public static final Tally NOTHING = new Tally(Map.of());

    private final Map<Measure, BigDecimal> sums;

    private Tally(Map<Measure, BigDecimal> sums) {
        this.sums = sums;
    }

    /** What counts one or more of something, or adds an amount. */
    public static Tally of(Measure measure, BigDecimal value) {
        return NOTHING.plus(measure, value);
    }

    public static Tally of(Measure measure, Money amount) {
        return of(measure, amount.yuan());
    }

    public static Tally of(Measure measure, long count) {
        return of(measure, BigDecimal.valueOf(count));
    }

    public Tally plus(Measure measure, BigDecimal value) {
        return new Tally(added(sums, Map.of(measure, value)));
    }

    public Tally plus(Measure measure, Money amount) {
        return plus(measure, amount.yuan());
    }

    public Tally plus(Measure measure, long count) {
        return plus(measure, BigDecimal.valueOf(count));
    }

    public Tally plus(Tally other) {
        return other.isNothing() ? this : new Tally(added(sums, other.sums));
    }

    public Tally minus(Tally other) {
        return plus(other.negated());
    }

    public Tally negated() {
        Map<Measure, BigDecimal> negated = new EnumMap<>(Measure.class);
        sums.forEach((measure, value) -> negated.put(measure, value.negate()));
        return new Tally(negated);
    }

    private static Map<Measure, BigDecimal> added(Map<Measure, BigDecimal> sums, Map<Measure, BigDecimal> more) {
        Map<Measure, BigDecimal> all = new EnumMap<>(Measure.class);
        all.putAll(sums);
        more.forEach((measure, value) -> all.merge(measure, value, BigDecimal::add));
        all.values().removeIf(value -> value.signum() == 0);
        // 1.00 and 1 are the same sum: one form, so that equal tallies are equal
        all.replaceAll((measure, value) -> value.stripTrailingZeros());
        return all;
    }

    public BigDecimal get(Measure measure) {
        return sums.getOrDefault(measure, BigDecimal.ZERO);
    }

    /** A sum in yuan. */
    public Money money(Measure measure) {
        return new Money(get(measure));
    }

    /** The figure of an indicator, exact; empty where there is nothing to divide by. */
    public Optional<Figure> figure(Indicator indicator) {
        return indicator.of(this);
    }

    /** The sums that are not 0. */
    public Map<Measure, BigDecimal> sums() {
        return Collections.unmodifiableMap(sums);
    }

    public boolean isNothing() {
        return sums.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && sums.equals(tally.sums);
    }

    @Override
    public int hashCode() {
        return sums.hashCode();
    }

    @Override
    public String toString() {
        return sums.toString();
    }
}
