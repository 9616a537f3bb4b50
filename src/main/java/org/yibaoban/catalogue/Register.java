package org.yibaoban.catalogue;

import static org.yibaoban.catalogue.ItemField.*;

import java.util.EnumSet;
import java.util.Set;

/** The two lists that make the catalogue: what the fund knows, and what the hospital charges. */
public enum Register {
    /** By national code (med_list_codg). */
    NATIONAL(
            CODE,
            EnumSet.of(
                    CODE,
                    NAME,
                    DOSAGE_FORM,
                    SPECIFICATION,
                    UNIT,
                    PACK,
                    CLASS,
                    SHARE,
                    SHARE_EMPLOYEE,
                    SHARE_EMPLOYEE_1,
                    SHARE_EMPLOYEE_2,
                    SHARE_EMPLOYEE_3,
                    SHARE_RESIDENT,
                    SHARE_RESIDENT_1,
                    SHARE_RESIDENT_2,
                    SHARE_RESIDENT_3,
                    PRICE_LIMIT,
                    RESTRICTION,
                    SPECIAL_LIMIT,
                    APPROVAL,
                    MARKET_STATE,
                    BASIC_DRUG,
                    NEGOTIATED,
                    CHILD_DRUG,
                    HOLDER,
                    VERSION,
                    VALID,
                    FROM,
                    TO),
            EnumSet.of(CODE, NAME)),
    /** By the hospital's own code (medins_list_codg). */
    HOSPITAL(
            HOSPITAL_CODE,
            EnumSet.of(
                    HOSPITAL_CODE,
                    NATIONAL_CODE,
                    NAME,
                    SPECIFICATION,
                    UNIT,
                    CHARGE_TYPE,
                    CLASS,
                    SHARE,
                    SHARE_EMPLOYEE,
                    SHARE_RESIDENT,
                    PRICE_LIMIT,
                    PRICE,
                    RESTRICTION,
                    WAIVED,
                    FROM,
                    TO),
            EnumSet.of(HOSPITAL_CODE, NAME, UNIT, CHARGE_TYPE, PRICE));

    private final ItemField key;
    private final Set<ItemField> fields;
    private final Set<ItemField> required;

    Register(ItemField key, Set<ItemField> fields, Set<ItemField> required) {
        this.key = key;
        this.fields = fields;
        this.required = required;
    }

    /** The field by which an item is known. */
    public ItemField key() {
        return key;
    }

    /** What a file may say; what else stands in it is not read. */
    public Set<ItemField> fields() {
        return Set.copyOf(fields);
    }

    /** Without these columns a file is not this list. */
    public Set<ItemField> required() {
        return Set.copyOf(required);
    }
}
