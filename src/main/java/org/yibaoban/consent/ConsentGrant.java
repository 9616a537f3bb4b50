package org.yibaoban.consent;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What one form allows, in its stay.
 *
 * @param quantity in the item's unit
 * @param priceCeiling highest price per unit that it allows, in yuan
 * @param until what was used after it is not covered: the moment of a withdrawal
 */
public record ConsentGrant(BigDecimal quantity, BigDecimal priceCeiling, Optional<LocalDateTime> until) {

    boolean allows(ChargedLine line) {
        return !ConsentRules.isAbove(line.amount(), priceCeiling, line.quantity())
                && until.map(end -> !line.at().isAfter(end)).orElse(true);
    }
}
