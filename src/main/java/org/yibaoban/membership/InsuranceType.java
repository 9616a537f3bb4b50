package org.yibaoban.membership;

import java.util.Arrays;
import java.util.Optional;

/** National code set insutype, the basic insurances that a stay can be settled under. */
public enum InsuranceType {
    EMPLOYEE("310"),
    RESIDENT("390");

    private final String code;

    InsuranceType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<InsuranceType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
