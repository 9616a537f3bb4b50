package org.yibaoban.settlement.reconciliation;

import org.yibaoban.cashier.PayMethod;
import org.yibaoban.money.Money;

/**
 * What the cashiers took of shares in a period by one method, voiding receipts taken off, in yuan.
 *
 * @param own for the period's settlements
 * @param other for those of other periods
 */
public record TillSum(PayMethod method, Money own, Money other) {

    public Money sum() {
        return own.plus(other);
    }
}
