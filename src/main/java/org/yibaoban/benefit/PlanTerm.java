package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.Locale;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * One figure of a plan as it stands on a day.
 *
 * @param key its place in the plan file, such as {@code basic_fund.rate}
 * @param value exact, in yuan or as a share
 * @param source document and section, or "set here" with the reason
 */
public record PlanTerm(String key, Condition condition, Unit unit, BigDecimal value, String source, Validity validity) {

    /** What a figure counts. */
    public enum Unit {
        /** An amount to the fen. */
        YUAN,
        /** A share between 0 and 1. */
        RATE;

        /** The word used in plan files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws ArithmeticException when the figure is no amount to the fen */
    public Money money() {
        return new Money(value);
    }

    /** @throws IllegalArgumentException when the figure is no share between 0 and 1 */
    public Rate rate() {
        return new Rate(value);
    }

    Explanation.Parameter parameter() {
        return new Explanation.Parameter(
                key + condition.suffix(), value.toPlainString(), unit.key(), source, validity.from(), validity.to());
    }
}
