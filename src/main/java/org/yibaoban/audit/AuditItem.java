package org.yibaoban.audit;

import java.util.Objects;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;

/**
 * What the rules need to know of an item of the catalogue.
 *
 * @param code the hospital's own code
 * @param mapped false for an item without national code
 */
public record AuditItem(
        String code,
        String name,
        ChargeType chargeType,
        ItemClass itemClass,
        boolean mapped,
        PaymentLimits limits,
        UsageLimits usage) {

    public AuditItem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(chargeType, "chargeType");
        Objects.requireNonNull(itemClass, "itemClass");
    }

    /** "Drug" in the rules: charge type drug, not herb. */
    boolean isDrug() {
        return chargeType == ChargeType.DRUG;
    }

    @Override
    public String toString() {
        return code.equals(name) ? code : code + " " + name;
    }
}
