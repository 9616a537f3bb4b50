package org.yibaoban.charge;

import java.util.Collection;
import java.util.function.Function;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.money.Money;

/**
 * What lines add up to; reversals count with their sign.
 *
 * @param key of the day or kind that it is the sum of; blank for all
 * @param chinese what it is of
 * @param english the same in English
 * @param count number of lines
 * @param amount in yuan
 * @param split the four parts that add up to {@code amount}
 */
public record ChargeSum(String key, String chinese, String english, int count, Money amount, ChargeSplit split) {

    /** The sum of sums. */
    public static ChargeSum total(Collection<ChargeSum> parts) {
        return new ChargeSum(
                "",
                "合计",
                "Total",
                parts.stream().mapToInt(ChargeSum::count).sum(),
                sum(parts, ChargeSum::amount),
                new ChargeSplit(
                        sum(parts, part -> part.split().fullSelfPay()),
                        sum(parts, part -> part.split().overLimit()),
                        sum(parts, part -> part.split().preSelfPay()),
                        sum(parts, part -> part.split().inScope())));
    }

    private static Money sum(Collection<ChargeSum> parts, Function<ChargeSum, Money> amount) {
        return Money.sum(parts.stream().map(amount).toList());
    }
}
