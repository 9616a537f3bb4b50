package org.yibaoban.quota.forecast;

import java.time.LocalDate;
import java.util.Map;
import org.yibaoban.money.Money;

/**
 * Amounts by day, in yuan; a day without one had nothing. Immutable.
 *
 * @param from the first day that is known
 */
public record DaySeries(LocalDate from, Map<LocalDate, Money> amounts) {

    public DaySeries {
        amounts = Map.copyOf(amounts);
    }

    /** From one day to another, both included; nothing where the last lies before the first. */
    public Money sum(LocalDate first, LocalDate last) {
        return Money.sum(amounts.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().isBefore(first) && !entry.getKey().isAfter(last))
                .map(Map.Entry::getValue)
                .toList());
    }

    public Money on(LocalDate day) {
        return amounts.getOrDefault(day, Money.ZERO);
    }
}
