package org.yibaoban.store;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.visit.Supply;

/**
 * A line of the ledger as far as the audit asks for it. Looks read many lines and change none, so none of them is made an
 * entity.
 *
 * @param unitPrice yuan
 * @param amount yuan, negative of a reversal
 * @param at the hospital's local time
 * @param doctor who ordered it; blank where the HIS did not tell
 * @param reverses row id of the line that it takes back
 */
public record AuditedLine(
        long id,
        String transactionId,
        Item item,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money amount,
        LocalDateTime at,
        String department,
        String doctor,
        Optional<String> orderNumber,
        Supply supply,
        Optional<Long> reverses) {

    /** The item as the catalogue knew it on the day that it was charged. */
    public record Item(
            String code, Optional<String> nationalCode, String name, ChargeType chargeType, ItemClass itemClass) {}

    public boolean isReversal() {
        return reverses.isPresent();
    }
}
