package org.yibaoban.benefit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

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
        for (SettlementField field : SettlementField.values()) {
            if (!copy.containsKey(field)) {
                throw new IllegalArgumentException("settlement without " + field.key());
            }
        }
        amounts = Collections.unmodifiableMap(copy);
        explanation = List.copyOf(explanation);
    }

    public Money amount(SettlementField field) {
        return amounts.get(field);
    }

    /**
     * What the year stands at after this visit. A self-paying visit adds nothing; a fixed-price stay adds what the
     * basic fund paid, but no burden.
     *
     * @param earlier what the year stood at when this was settled
     */
    public YearToDate addedTo(YearToDate earlier, VisitType type) {
        if (standing != Standing.ACTIVE) {
            return earlier;
        }
        boolean stay = type == VisitType.INPATIENT;
        Money fund = amount(SettlementField.BASIC_FUND);
        return new YearToDate(
                earlier.stays() + (stay ? 1 : 0),
                stay ? earlier.basicFund().plus(fund) : earlier.basicFund(),
                earlier.largeAmount().plus(amount(SettlementField.LARGE_AMOUNT)),
                earlier.seriousBurden().plus(burdenCounted),
                earlier.seriousIllness().plus(amount(SettlementField.SERIOUS_ILLNESS)),
                earlier.assistance().plus(amount(SettlementField.ASSISTANCE)),
                stay ? earlier.outpatientFund() : earlier.outpatientFund().plus(fund));
    }
}
