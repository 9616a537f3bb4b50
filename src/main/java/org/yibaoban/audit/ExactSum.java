package org.yibaoban.audit;

import java.math.BigDecimal;
import org.yibaoban.money.Money;

/** Adds up what is left of lines: whole ones as decimals, so that fractions are worked out only where there are any. */
final class ExactSum {

    private BigDecimal whole = BigDecimal.ZERO;
    private ExactAmount parts = ExactAmount.ZERO;

    void add(NetLine line) {
        if (line.isWhole()) {
            whole = whole.add(line.line().amount().yuan());
        } else {
            parts = parts.plus(line.amount());
        }
    }

    ExactAmount total() {
        return ExactAmount.of(new Money(whole)).plus(parts);
    }
}
