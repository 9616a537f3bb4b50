package org.yibaoban.office.his;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * One charge or credit as the HIS posted it (FT1).
 *
 * @param transactionId the sender's identity of the posting, unique per sender: the same id comes in only once
 * @param kind a charge adds to the ledger, a credit takes back an earlier charge, wholly or in part
 * @param quantity always positive; national cnt, at most four places
 * @param unitPrice yuan per unit, at most six places; empty where the HIS gave none
 * @param amount always positive, in yuan
 * @param orderingDepartment department code that ordered it
 * @param reverses credit only: the transaction id that it takes back, where the HIS names it
 */
public record ChargePosting(
        String transactionId,
        Kind kind,
        String itemCode,
        String itemName,
        BigDecimal quantity,
        Optional<BigDecimal> unitPrice,
        Money amount,
        LocalDateTime at,
        String orderingDepartment,
        Optional<String> orderedBy,
        Optional<String> orderNumber,
        Optional<String> reverses) {

    public enum Kind {
        CHARGE,
        CREDIT
    }
}
