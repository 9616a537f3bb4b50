package org.yibaoban.consent;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * What needs consent here. Immutable.
 *
 * @param stops whether a claim waits for consent that is due for this reason; a reason that is absent needs no consent
 * @param firstShareFrom first self-pay share from which on class B needs consent, by kind of item; absent for never
 * @param signAfter how long after an emergency the form must be signed
 */
public record ConsentRules(Map<ConsentReason, Boolean> stops, Map<ItemGroup, Rate> firstShareFrom, Duration signAfter) {

    public ConsentRules {
        stops = Map.copyOf(stops);
        firstShareFrom = Map.copyOf(firstShareFrom);
    }

    /**
     * Why this quantity of an item at this amount needs consent; empty when it does not, as where it costs nothing. A
     * reversal is looked at as the charge that it takes back.
     *
     * @param amount in yuan, of the whole quantity
     */
    public Set<ConsentReason> reasons(ConsentItem item, BigDecimal quantity, Money amount) {
        Set<ConsentReason> found = EnumSet.noneOf(ConsentReason.class);
        if (amount.isZero()) {
            return found;
        }
        Money absolute = amount.isNegative() ? amount.negated() : amount;
        raise(found, ConsentReason.SELF_PAID, item.itemClass() == ItemClass.C);
        raise(
                found,
                ConsentReason.OVER_LIMIT,
                item.itemClass() != ItemClass.C
                        && item.unitLimit()
                                .filter(limit -> isAbove(absolute, limit, quantity.abs()))
                                .isPresent());
        raise(
                found,
                ConsentReason.RESTRICTED,
                item.itemClass() != ItemClass.C && item.restriction().isPresent());
        raise(found, ConsentReason.FIRST_SHARE, isHighShare(item));
        return found;
    }

    /** Whether a claim waits for consent that is due for these reasons. */
    public boolean stops(Set<ConsentReason> reasons) {
        return reasons.stream().anyMatch(reason -> stops.getOrDefault(reason, false));
    }

    /** Whether an amount exceeds a unit price times a quantity, which is rounded to the fen as the amount was. */
    static boolean isAbove(Money amount, BigDecimal unitPrice, BigDecimal quantity) {
        return amount.compareTo(Money.rounded(unitPrice.multiply(quantity))) > 0;
    }

    private boolean isHighShare(ConsentItem item) {
        Rate from = firstShareFrom.get(ItemGroup.of(item.chargeType()));
        return item.itemClass() == ItemClass.B
                && from != null
                && item.firstShare().filter(share -> share.compareTo(from) >= 0).isPresent();
    }

    private void raise(Set<ConsentReason> found, ConsentReason reason, boolean when) {
        if (when && stops.containsKey(reason)) {
            found.add(reason);
        }
    }
}
