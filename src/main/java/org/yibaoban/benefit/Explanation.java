package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * Why one amount of a settlement is what it is.
 *
 * @param clause where the rule stands, such as {@code spec/settlement.md 2.2}
 * @param chinese the computation in words and figures, in Chinese
 * @param english the same in English
 * @param parameters what the plan contributed
 */
public record Explanation(
        SettlementField field,
        Money amount,
        String clause,
        String chinese,
        String english,
        List<Parameter> parameters) {

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
}
