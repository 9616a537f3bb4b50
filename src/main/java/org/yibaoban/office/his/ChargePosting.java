package org.yibaoban.office.his;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.visit.Supply;

/**
 * One charge or credit as the HIS posted it (FT1).
 *
 * @param transactionId the sender's identity of the posting, unique per sender: the same id comes in only once
 * @param kind a charge adds to the ledger, a credit takes back an earlier charge, wholly or in part
 * @param quantity positive, but nothing where an update takes a charge back wholly; national cnt, at most four places
 * @param unitPrice yuan per unit, at most six places; empty where the HIS gave none
 * @param amount as {@code quantity}, in yuan
 * @param orderingDepartment department code that ordered it
 * @param reverses credit only: the transaction id that it takes back, where the HIS names it
 * @param replaces charge only: where the id was posted with other content, this takes its place; else that is refused
 * @param supply for how long a drug was given out
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
        Optional<String> reverses,
        boolean replaces,
        Supply supply) {

    /** One that changes nothing that was posted, of which nothing more is told. */
    public ChargePosting(
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
        this(
                transactionId,
                kind,
                itemCode,
                itemName,
                quantity,
                unitPrice,
                amount,
                at,
                orderingDepartment,
                orderedBy,
                orderNumber,
                reverses,
                false,
                Supply.NONE);
    }

    /** When the latest of these was charged: what a sender without message times is taken to have known last. */
    public static LocalDateTime latest(Collection<ChargePosting> postings) {
        return postings.stream()
                .map(ChargePosting::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public enum Kind {
        CHARGE,
        CREDIT
    }
}
