package org.yibaoban.office.consent;

import java.math.BigDecimal;

/**
 * What a doctor fills in for one item; the rest of the form comes from the catalogue and the stay.
 *
 * @param unitPrice the highest price per unit that the patient is asked to agree to, in yuan
 * @param necessity why this item
 * @param alternative what the catalogue has instead, or that it has nothing
 */
public record ConsentRequest(
        String itemCode, BigDecimal quantity, BigDecimal unitPrice, String necessity, String alternative) {}
