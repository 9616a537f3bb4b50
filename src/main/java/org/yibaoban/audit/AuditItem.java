package org.yibaoban.audit;

import java.util.Objects;
import java.util.Optional;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;

/**
 * What the rules need to know of an item of the catalogue.
 *
 * @param code the hospital's own code
 * @param nationalCode where it is known
 * @param mapped false for an item without national code
 */
public record AuditItem(
        String code,
        Optional<String> nationalCode,
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

    /** Whether another item is part of this one. */
    boolean includes(AuditItem other) {
        return usage.includes().contains(other.code)
                || other.nationalCode.filter(usage.includes()::contains).isPresent();
    }

    @Override
    public String toString() {
        return code.equals(name) ? code : code + " " + name;
    }
}
