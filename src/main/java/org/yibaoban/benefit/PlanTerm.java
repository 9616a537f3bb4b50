package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.Locale;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** One figure of a plan as it stands on a day. Immutable. */
public final class PlanTerm {

    private final String key;
    private final Condition condition;
    private final Unit unit;
    private final BigDecimal value;
    private final String source;
    private final Validity validity;
    // made of the value when first asked for, for every settlement asks; two threads may both make the same
    private Money money;
    private Rate rate;

    /**
     * @param key its place in the plan file, such as {@code basic_fund.rate}
     * @param value exact, in yuan or as a share
     * @param source document and section, or "set here" with the reason
     */
    public PlanTerm(String key, Condition condition, Unit unit, BigDecimal value, String source, Validity validity) {
        this.key = key;
        this.condition = condition;
        this.unit = unit;
        this.value = value;
        this.source = source;
        this.validity = validity;
    }

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

    public String key() {
        return key;
    }

    public Condition condition() {
        return condition;
    }

    /** Exact, in yuan or as a share. */
    public BigDecimal value() {
        return value;
    }

    /** @throws ArithmeticException when the figure is no amount to the fen */
    public Money money() {
        Money known = money;
        if (known == null) {
            known = new Money(value);
            money = known;
        }
        return known;
    }

    /** @throws IllegalArgumentException when the figure is no share between 0 and 1 */
    public Rate rate() {
        Rate known = rate;
        if (known == null) {
            known = new Rate(value);
            rate = known;
        }
        return known;
    }

    /** Document and section, or "set here" with the reason. */
    public String source() {
        return source;
    }

    Explanation.Parameter parameter() {
        return new Explanation.Parameter(
                key + condition.suffix(), value.toPlainString(), unit.key(), source, validity.from(), validity.to());
    }
}
