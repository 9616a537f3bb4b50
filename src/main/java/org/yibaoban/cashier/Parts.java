package org.yibaoban.cashier;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.yibaoban.money.Money;

/** The amounts of a receipt by method, in yuan; no amount is zero. */
public record Parts(Map<PayMethod, Money> amounts) {

    public static final Parts NONE = new Parts(Map.of());

    /** No till holds so much, in yuan; more is a slip of the hand. */
    private static final Money MOST = Money.of("100000000.00");

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

    /** Whether no amount, of either sign, is larger than any till's. Asked before amounts are added up. */
    public boolean isWithinReason() {
        return amounts.values().stream()
                .allMatch(amount -> amount.max(amount.negated()).compareTo(MOST) <= 0);
    }

    boolean isEmpty() {
        return amounts.isEmpty();
    }

    boolean anyNegative() {
        return amounts.values().stream().anyMatch(Money::isNegative);
    }

    /** Whether all went through the cashier's hands. */
    public boolean allCounted() {
        return amounts.keySet().stream().allMatch(PayMethod::isCounted);
    }
}
