package org.yibaoban.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A line of the charge ledger as charged. A reversal names the line that it takes back and has a negative quantity; its
 * price and amount play no part.
 *
 * @param price yuan per unit
 * @param amount yuan, for the whole quantity
 * @param at the hospital's local time; its calendar day is the line's day
 * @param ordered code of the item that was ordered, where the HIS tells
 * @param days how many days a drug was given out for
 * @param chronic given out for a chronic illness
 * @param takeHome given out at discharge or to take home
 * @param reverses the line that it takes back
 */
public record AuditLine(
        LineId id,
        AuditItem item,
        BigDecimal quantity,
        BigDecimal price,
        Money amount,
        LocalDateTime at,
        Optional<String> ordered,
        Optional<BigDecimal> days,
        boolean chronic,
        boolean takeHome,
        Optional<LineId> reverses) {

    /** @throws AuditFault for a reversal that is not negative, and for any other line that is */
    public AuditLine {
        Objects.requireNonNull(item, "item");
        Objects.requireNonNull(at, "at");
        if (reverses.isPresent() && quantity.signum() >= 0) {
            throw new AuditFault(id, "qty", "a line that reverses another has a negative quantity");
        }
        if (reverses.isEmpty() && quantity.signum() < 0) {
            throw new AuditFault(id, "qty", "negative, but it names no line that it reverses");
        }
        if (reverses.isEmpty() && price.signum() < 0) {
            throw new AuditFault(id, "price", "negative, but it names no line that it reverses");
        }
        if (reverses.isEmpty() && amount.isNegative()) {
            throw new AuditFault(id, "amount", "negative, but it names no line that it reverses");
        }
    }

    public LocalDate day() {
        return at.toLocalDate();
    }
}
