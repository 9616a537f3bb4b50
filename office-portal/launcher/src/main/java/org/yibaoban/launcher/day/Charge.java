package org.yibaoban.launcher.day;

import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * One FT1: a charge, or the credit that takes a charge back wholly or in part.
 *
 * @param quantity negative for a credit
 * @param price yuan per unit
 * @param reverses the transaction id of the charge that a credit takes back
 */
record Charge(
        String transactionId,
        String itemCode,
        String itemName,
        int quantity,
        Money price,
        String department,
        String doctor,
        Optional<String> reverses) {

    /** Signed: what it adds to the ledger. */
    Money amount() {
        return price.times(BigDecimal.valueOf(quantity));
    }

    boolean isCredit() {
        return reverses.isPresent();
    }

    Charge credit(String id, int units) {
        return new Charge(id, itemCode, itemName, -units, price, department, doctor, Optional.of(transactionId));
    }

    Charge again(String id, int units) {
        return new Charge(id, itemCode, itemName, units, price, department, doctor, Optional.empty());
    }
}
