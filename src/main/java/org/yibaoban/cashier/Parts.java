package org.yibaoban.cashier;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yibaoban.money.Money;

/** The amounts of a receipt by method, in yuan; no amount is zero. */
public record Parts(Map<PayMethod, Money> amounts) {

    public static final Parts NONE = new Parts(Map.of());

    public Parts {
        Map<PayMethod, Money> kept = new EnumMap<>(PayMethod.class);
        amounts.forEach((method, amount) -> {
            if (!amount.isZero()) {
                kept.put(method, amount);
            }
        });
        amounts = Collections.unmodifiableMap(kept);
    }

    /** One method alone. */
    public static Parts of(PayMethod method, Money amount) {
        return new Parts(Map.of(method, amount));
    }

    public Money of(PayMethod method) {
        return amounts.getOrDefault(method, Money.ZERO);
    }

    public Money sum() {
        return Money.sum(amounts.values());
    }

    public Parts plus(Parts other) {
        Map<PayMethod, Money> added = new EnumMap<>(PayMethod.class);
        for (PayMethod method : PayMethod.values()) {
            added.put(method, of(method).plus(other.of(method)));
        }
        return new Parts(added);
    }

    public Parts negated() {
        Map<PayMethod, Money> negated = new EnumMap<>(PayMethod.class);
        amounts.forEach((method, amount) -> negated.put(method, amount.negated()));
        return new Parts(negated);
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    boolean anyNegative() {
        return amounts.values().stream().anyMatch(Money::isNegative);
    }

    /** Whether all went through the cashier's hands. */
    boolean allCounted() {
        return amounts.keySet().stream().allMatch(PayMethod::isCounted);
    }
}
