package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.yibaoban.money.Money;

/**
 * Why one amount of a settlement is what it is. Immutable; the words are put together when they are first read, from
 * figures that were fixed when the amount was, for most settlements are computed without anybody reading them.
 */
public final class Explanation {

    private final SettlementField field;
    private final Money amount;
    private final Supplier<Reason> writing;
    private volatile Reason written;

    Explanation(SettlementField field, Money amount, Supplier<Reason> writing) {
        this.field = field;
        this.amount = amount;
        this.writing = writing;
    }

    /** @param clause section of spec/settlement.md, such as {@code 2.2} */
    public Explanation(
            SettlementField field,
            Money amount,
            String clause,
            String chinese,
            String english,
            List<Parameter> parameters) {
        this(field, amount, () -> new Reason(clause, chinese, english, parameters));
    }

    /**
     * A figure of the plan.
     *
     * @param key its place in the plan file, such as {@code basic_fund.rate.level_2}
     * @param value as written, exact
     * @param unit yuan, rate (a share, 0.85 is 85 %), or blank for a layer
     * @param source document and section, or "set here"
     * @param from first day in force
     * @param to last day in force, empty while it has no end
     */
    public record Parameter(
            String key, String value, String unit, String source, LocalDate from, Optional<LocalDate> to) {}

    public SettlementField field() {
        return field;
    }

    public Money amount() {
        return amount;
    }

    /** Where the rule stands, such as {@code spec/settlement.md 2.2}. */
    public String clause() {
        return "spec/settlement.md " + reason().clause();
    }

    /** The computation in words and figures, in Chinese. */
    public String chinese() {
        return reason().chinese();
    }

    /** The same in English. */
    public String english() {
        return reason().english();
    }

    /** What the plan contributed. */
    public List<Parameter> parameters() {
        return reason().parameters();
    }

    /** Two threads may both write it; they write the same. */
    private Reason reason() {
        Reason known = written;
        if (known == null) {
            known = writing.get();
            written = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Explanation that
                && field == that.field
                && amount.equals(that.amount)
                && reason().equals(that.reason());
    }

    @Override
    public int hashCode() {
        return Objects.hash(field, amount);
    }

    @Override
    public String toString() {
        return field.key() + " = " + amount + " [" + clause() + "] " + english();
    }
}
