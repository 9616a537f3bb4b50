package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.yibaoban.money.Money;

/** Running sums of a stay's ledger, moved in the transaction that posts a line. */
@Embeddable
public class StaySums {

    private Money charges = Money.ZERO;

    @Column(name = "self_paid")
    private Money selfPaid = Money.ZERO;

    private Money restricted = Money.ZERO;
    private Money unmapped = Money.ZERO;

    @Column(name = "line_count")
    private int lineCount;

    protected StaySums() {}

    /** Adds one ledger line, charge or reversal. */
    void post(ChargeLineRow line) {
        charges = charges.plus(line.amount());
        lineCount++;
        if (line.isSelfPaid()) {
            selfPaid = selfPaid.plus(line.amount());
        }
        if (line.restriction().isPresent()) {
            restricted = restricted.plus(line.amount());
        }
        if (line.nationalCode().isEmpty()) {
            unmapped = unmapped.plus(line.amount());
        }
    }

    Money charges() {
        return charges;
    }

    Money selfPaid() {
        return selfPaid;
    }

    Money restricted() {
        return restricted;
    }

    Money unmapped() {
        return unmapped;
    }

    int lineCount() {
        return lineCount;
    }
}
