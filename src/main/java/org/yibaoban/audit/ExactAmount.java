package org.yibaoban.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.yibaoban.money.Money;

/**
 * An amount in yuan as an exact fraction. A line of which one of three units was given back is worth two thirds of its
 * amount, which no decimal holds; a share that lies exactly on its limit must stay exactly there. Immutable, reduced.
 */
public record ExactAmount(BigInteger numerator, BigInteger denominator) implements Comparable<ExactAmount> {

    public static final ExactAmount ZERO = new ExactAmount(BigInteger.ZERO, BigInteger.ONE);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws ArithmeticException for a denominator of 0 */
    public ExactAmount {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("an amount divided by 0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        divisor = denominator.signum() < 0 ? divisor.negate() : divisor;
        if (!divisor.equals(BigInteger.ONE)) {
            numerator = numerator.divide(divisor);
            denominator = denominator.divide(divisor);
        }
    }

    public static ExactAmount of(Money amount) {
        return of(amount.yuan());
    }

    private static ExactAmount of(BigDecimal decimal) {
        return decimal.scale() < 0
                ? new ExactAmount(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new ExactAmount(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    public ExactAmount plus(ExactAmount other) {
        return new ExactAmount(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public ExactAmount times(BigDecimal factor) {
        return times(of(factor));
    }

    /** The part that is left of this when {@code left} of {@code whole} is left; {@code whole} is not 0. */
    public ExactAmount portion(BigDecimal left, BigDecimal whole) {
        ExactAmount divisor = of(whole);
        return times(left).times(new ExactAmount(divisor.denominator, divisor.numerator));
    }

    private ExactAmount times(ExactAmount other) {
        return new ExactAmount(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public boolean isPositive() {
        return numerator.signum() > 0;
    }

    /** Half-up to the fen. */
    public Money rounded() {
        return new Money(decimal(BigDecimal.ONE));
    }

    /** In percent of a total that is not 0, half-up to two places, for texts. */
    public BigDecimal percentOf(ExactAmount total) {
        return times(new ExactAmount(total.denominator, total.numerator)).decimal(HUNDRED);
    }

    private BigDecimal decimal(BigDecimal factor) {
        return new BigDecimal(numerator).multiply(factor).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(ExactAmount other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
