package org.yibaoban.quota.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.yibaoban.money.Money;

/**
 * A figure of a payment agreement. Immutable.
 *
 * @param key its place in the file, such as {@code day_rate}
 * @param value exact, 0 or more
 * @param source document and section, or "set here" with the reason
 */
public record PaymentFigure(String key, BigDecimal value, Unit unit, String source) {

    /** What a figure is measured in. */
    public enum Unit {
        /** An amount, at most two places. */
        YUAN,
        /** A share from 0 to 1. */
        RATE,
        /** Whole days. */
        DAYS,
        /** A factor such as a multiple or the yuan of one point. */
        MULTIPLE;

        /** The word used in agreement files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException when the value does not fit its unit */
    public PaymentFigure {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(key + " is negative: " + value.toPlainString());
        }
        int places = value.stripTrailingZeros().scale();
        switch (unit) {
            case YUAN -> require(places <= 2, key + " is finer than a fen: ", value);
            case RATE -> require(value.compareTo(BigDecimal.ONE) <= 0, key + " is a rate above 1: ", value);
            case DAYS -> require(places <= 0 && value.precision() <= 6, key + " is no number of days: ", value);
            case MULTIPLE -> require(true, key, value);
        }
    }

    private static void require(boolean fits, String reason, BigDecimal value) {
        if (!fits) {
            throw new IllegalArgumentException(reason + value.toPlainString());
        }
    }

    public Money money() {
        return new Money(value.setScale(2, RoundingMode.UNNECESSARY));
    }

    public int days() {
        return value.intValueExact();
    }
}
