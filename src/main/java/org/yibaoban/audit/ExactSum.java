package org.yibaoban.audit;

import org.yibaoban.money.Money;

/** Adds up what is left of lines: whole ones as money, so that fractions are worked out only where there are any. */
final class ExactSum {

    private Money whole = Money.ZERO;
    private ExactAmount parts = ExactAmount.ZERO;

    void add(NetLine line) {
        if (line.isWhole()) {
            whole = whole.plus(line.line().amount());
        } else {
            parts = parts.plus(line.amount());
        }
    }

    ExactAmount total() {
        return ExactAmount.of(whole).plus(parts);
    }

    /** Half-up to the fen. */
    Money rounded() {
        return parts == ExactAmount.ZERO ? whole : total().rounded();
    }
}
