package org.yibaoban.benefit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearChange;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/**
 * What each layer pays for a visit, to the fen, with an explanation of each amount. Immutable.
 *
 * @param planId the plan that it was settled by
 * @param standing anything but ACTIVE: settled as self-paying for that reason
 * @param amounts every {@link SettlementField}, in yuan
 * @param burdenCounted what this visit adds to the year's serious-illness burden, in yuan
 * @param explanation one entry for each amount that the rules computed, in the order of computation
 */
public record Settlement(
        String planId,
        Standing standing,
        Map<SettlementField, Money> amounts,
        Money burdenCounted,
        List<Explanation> explanation) {

    /** @throws IllegalArgumentException when a field is missing */
    public Settlement {
        EnumMap<SettlementField, Money> copy = new EnumMap<>(amounts);
        if (copy.size() < SettlementField.ALL.size()) {
            throw new IllegalArgumentException("settlement without " + missing(copy));
        }
        amounts = Collections.unmodifiableMap(copy);
        explanation = List.copyOf(explanation);
    }

    private static String missing(Map<SettlementField, Money> amounts) {
        return SettlementField.ALL.stream()
                .filter(field -> !amounts.containsKey(field))
                .map(SettlementField::key)
                .collect(Collectors.joining(", "));
    }

    public Money amount(SettlementField field) {
        return amounts.get(field);
    }

    /**
     * What the year stands at after this visit. A self-paying visit adds nothing; a fixed-price stay adds what the
     * basic fund paid, but no burden.
     *
     * @param earlier what the year stood at when this was settled
     * @param pool what the basic fund's pay counts to; of a registered disease it counts to none of these
     */
    public YearToDate addedTo(YearToDate earlier, FundPool pool) {
        return standing == Standing.ACTIVE
                ? YearChange.of(earlier)
                        .plus(used(amounts, burdenCounted, pool))
                        .standing()
                : earlier;
    }

    /**
     * What a settled visit of an insured person adds to the year.
     *
     * @param amounts as settled; the payer's where it answered
     * @param burdenCounted what it adds to the serious-illness burden, in yuan
     * @param pool what the basic fund's pay counts to
     */
    public static YearChange used(Map<SettlementField, Money> amounts, Money burdenCounted, FundPool pool) {
        boolean stay = pool == FundPool.STAY || pool == FundPool.LATER_PART;
        Money fund = amounts.get(SettlementField.BASIC_FUND);
        return new YearChange(
                pool == FundPool.STAY ? 1 : 0,
                stay ? fund : Money.ZERO,
                amounts.get(SettlementField.LARGE_AMOUNT),
                burdenCounted,
                amounts.get(SettlementField.SERIOUS_ILLNESS),
                amounts.get(SettlementField.ASSISTANCE),
                pool == FundPool.OUTPATIENT ? fund : Money.ZERO);
    }
}
