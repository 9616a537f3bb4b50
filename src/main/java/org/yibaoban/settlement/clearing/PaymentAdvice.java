package org.yibaoban.settlement.clearing;

import java.time.LocalDate;
import java.util.List;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * What the payer says a payment is made of (PaymentReconciliation).
 *
 * @param number the payer's number of the clearing; it is read once
 * @param amount in yuan, what the lines add up to; negative where the payer takes more back than it pays
 */
public record PaymentAdvice(String number, Period period, LocalDate paidOn, Money amount, List<ClearingLine> lines) {

    /** @throws IllegalArgumentException when it has no line, or the lines add up to something else */
    public PaymentAdvice {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(number + ": no lines");
        }
        Money sum = Money.sum(lines.stream().map(ClearingLine::amount).toList());
        if (!sum.equals(amount)) {
            throw new IllegalArgumentException(number + ": lines " + sum + ", payment " + amount);
        }
    }
}
