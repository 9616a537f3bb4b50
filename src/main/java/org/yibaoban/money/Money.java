package org.yibaoban.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/**
 * An amount in yuan with exactly two places (fen). Immutable. It never rounds silently: a finer amount is refused, and
 * rounding happens only in {@link #rounded}, whose rule (half-up, away from zero) is that of {@code spec/settlement.md}.
 */
public record Money(BigDecimal yuan) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** @throws ArithmeticException when the amount is finer than a fen */
    public Money {
        Objects.requireNonNull(yuan, "yuan");
        yuan = yuan.setScale(2, RoundingMode.UNNECESSARY);
    }

    /**
     * Reads an exact amount such as {@code "1234.50"}.
     *
     * @throws NumberFormatException when the text is no decimal
     * @throws ArithmeticException when the amount is finer than a fen
     */
    public static Money of(String yuan) {
        return new Money(new BigDecimal(yuan));
    }

    /** The amount, half-up to the fen; the only place where an amount is rounded. */
    public static Money rounded(BigDecimal yuan) {
        return new Money(yuan.setScale(2, RoundingMode.HALF_UP));
    }

    /** The exact figure and, where it differs, what it is half-up to the fen, such as {@code 6041.268 ≈ 6041.27}. */
    public static String inWords(BigDecimal exact) {
        Money rounded = rounded(exact);
        if (rounded.yuan().compareTo(exact) == 0) {
            return rounded.toString();
        }
        return exact.stripTrailingZeros().toPlainString() + " ≈ " + rounded;
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        if (other.isZero()) {
            return this; // most parts of most charge lines are nothing
        }
        return new Money(yuan.add(other.yuan));
    }

    public Money minus(Money other) {
        if (other.isZero()) {
            return this;
        }
        return new Money(yuan.subtract(other.yuan));
    }

    public Money negated() {
        return new Money(yuan.negate());
    }

    /** round(this x factor), half-up to the fen. */
    public Money times(BigDecimal factor) {
        return rounded(yuan.multiply(factor));
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** This, or nothing where this is negative. */
    public Money floorZero() {
        return max(ZERO);
    }

    public boolean isZero() {
        return yuan.signum() == 0;
    }

    public boolean isNegative() {
        return yuan.signum() < 0;
    }

    public boolean isPositive() {
        return yuan.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return yuan.compareTo(other.yuan);
    }

    /** Plain decimal with two places, such as {@code 1234.50}. */
    @Override
    public String toString() {
        return yuan.toPlainString();
    }
}
