package org.yibaoban.benefit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.membership.Standing;
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

    /** All that is not borne by the patient. */
    public Money paidByOthers() {
        return amount(SettlementField.TOTAL).minus(amount(SettlementField.PERSONAL));
    }
}
