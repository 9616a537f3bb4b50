package org.yibaoban.quota.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An indicator's figure as the exact fraction that it is.
 *
 * @param numerator what is divided, already times 100 where the indicator is in percent or for a hundred
 * @param denominator above or below 0, never 0
 */
public record Figure(BigDecimal numerator, BigDecimal denominator) {

    private static final int PLACES = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @throws IllegalArgumentException for a ratio over nothing, which is no figure */
    public Figure {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException("a ratio over nothing is no figure");
        }
    }

    /** As it is shown: two places, half-up. */
    public BigDecimal shown() {
        return numerator.divide(denominator, PLACES, RoundingMode.HALF_UP);
    }

    /** Whether it has reached so many percent of a limit, compared exactly and not by what is shown. */
    public boolean reaches(int percent, BigDecimal limit) {
        BigDecimal reached = numerator.multiply(HUNDRED);
        BigDecimal wanted = limit.multiply(BigDecimal.valueOf(percent)).multiply(denominator);
        return denominator.signum() > 0 ? reached.compareTo(wanted) >= 0 : reached.compareTo(wanted) <= 0;
    }
}
