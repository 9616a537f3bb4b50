package org.yibaoban.cashier;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A receipt as it was given out: never changed, only voided by one that reverses it.
 *
 * @param claim identifier of the claim whose share it is; only of a {@link ReceiptKind#PAYMENT}
 * @param voids the receipt that this one reverses, with all its amounts negated
 * @param cashier who took or gave the money
 * @param reason why it voids; blank otherwise
 */
public record Receipt(
        ReceiptNumber number,
        Optional<String> claim,
        Optional<ReceiptNumber> voids,
        Parts parts,
        String cashier,
        Instant at,
        String reason) {

    public ReceiptKind kind() {
        return number.kind();
    }

    public Money amount() {
        return parts.sum();
    }
}
