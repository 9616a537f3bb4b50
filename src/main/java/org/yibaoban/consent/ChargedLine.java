package org.yibaoban.consent;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.money.Money;

/**
 * A ledger line of one item; a reversal has a negative quantity and amount and names its line.
 *
 * @param id unique in the stay
 * @param reasons why it needs consent; empty when it needs none
 * @param amount in yuan
 */
public record ChargedLine(
        String id,
        Set<ConsentReason> reasons,
        BigDecimal quantity,
        Money amount,
        LocalDateTime at,
        Optional<String> reverses) {

    public ChargedLine {
        reasons = Set.copyOf(reasons);
    }
}
