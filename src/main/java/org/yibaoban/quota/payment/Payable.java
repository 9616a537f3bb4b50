package org.yibaoban.quota.payment;

import java.util.List;
import org.yibaoban.money.Money;

/**
 * What a rule pays, and the computation in two languages.
 *
 * @param amount in yuan
 */
public record Payable(Money amount, String chinese, String english, List<PaymentFigure> figures) {

    public Payable {
        figures = List.copyOf(figures);
    }

    PaymentReason reason(String clause) {
        return new PaymentReason(clause, chinese, english, figures);
    }
}
