package org.yibaoban.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/**
 * An amount in yuan with exactly two places, kept as a whole number of fen. Immutable. It never rounds silently: a finer
 * amount is refused, and rounding happens only in {@link #rounded} and {@link #share}, whose rule (half-up, away from zero)
 * is that of {@code spec/settlement.md}. Amounts beyond 92 quadrillion yuan are refused.
 */
public final class Money implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    private static final int FEN_PLACES = 2;

    /** Before the point; an amount of so many may still be too large. */
    private static final int MOST_DIGITS = 17;

    private final long fen;

    private Money(long fen) {
        this.fen = fen;
    }

    /** @throws ArithmeticException when the amount is finer than a fen, or too large */
    public Money(BigDecimal yuan) {
        this(Objects.requireNonNull(yuan, "yuan").movePointRight(2).longValueExact());
    }

    /**
     * Reads an exact amount such as {@code "1234.50"}.
     *
     * @throws NumberFormatException when the text is no decimal
     * @throws ArithmeticException when the amount is finer than a fen, or too large
     */
    public static Money of(String yuan) {
        return new Money(new BigDecimal(yuan));
    }

    /**
     * The amount, half-up to the fen.
     *
     * @throws ArithmeticException when it is too large
     */
    public static Money rounded(BigDecimal yuan) {
        long digits = yuan.precision() - (long) yuan.scale();
        // before it is written out: 1e999999999 and its reciprocal have a thousand million digits
        if (yuan.signum() == 0 || digits < -FEN_PLACES) {
            return ZERO;
        }
        if (digits > MOST_DIGITS) {
            throw new ArithmeticException("an amount of " + digits + " digits before the point");
        }
        return new Money(yuan.setScale(FEN_PLACES, RoundingMode.HALF_UP));
    }

    /** In yuan, with two places. */
    public BigDecimal yuan() {
        return BigDecimal.valueOf(fen, 2);
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

    /** @throws ArithmeticException when the sum is too large */
    public Money plus(Money other) {
        if (other.fen == 0) {
            return this; // most parts of most charge lines are nothing
        }
        return new Money(Math.addExact(fen, other.fen));
    }

    /** @throws ArithmeticException when the difference is too large */
    public Money minus(Money other) {
        if (other.fen == 0) {
            return this;
        }
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return fen == 0 ? this : new Money(Math.negateExact(fen));
    }

    /** round(this x factor), half-up to the fen. */
    public Money times(BigDecimal factor) {
        return rounded(yuan().multiply(factor));
    }

    /**
     * round(this x numerator / denominator), half-up to the fen.
     *
     * @param denominator above 0, at most a billion
     */
    Money share(long numerator, long denominator) {
        long product = fen * numerator;
        if (Math.multiplyHigh(fen, numerator) != product >> (Long.SIZE - 1)) {
            return times(BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator)));
        }
        long whole = product / denominator;
        long rest = Math.abs(product % denominator);
        return new Money(2 * rest >= denominator ? whole + Long.signum(product) : whole);
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
        return fen == 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isPositive() {
        return fen > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money that && fen == that.fen;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(fen);
    }

    /** Plain decimal with two places, such as {@code 1234.50}. */
    @Override
    public String toString() {
        return yuan().toPlainString();
    }
}
