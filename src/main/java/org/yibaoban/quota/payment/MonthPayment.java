package org.yibaoban.quota.payment;

import java.util.List;
import org.yibaoban.money.Money;

/**
 * A month under an agreement.
 *
 * @param methods every method of the agreement, in its order
 * @param uncovered stays that no method pays for
 * @param uncoveredCharges in yuan
 */
public record MonthPayment(
        PaymentAgreement agreement, List<MethodMonth> methods, int uncovered, Money uncoveredCharges) {

    public MonthPayment {
        methods = List.copyOf(methods);
    }

    /** What is held against the limits, in yuan. */
    public Money counted() {
        return Money.sum(methods.stream().map(MethodMonth::counted).toList());
    }

    /** What the payer brings, in yuan. */
    public Money brought() {
        return Money.sum(methods.stream().map(MethodMonth::brought).toList());
    }
}
