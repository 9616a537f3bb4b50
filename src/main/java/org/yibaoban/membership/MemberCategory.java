package org.yibaoban.membership;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the plan; national code set psn_type, first two digits. */
public enum MemberCategory {
    IN_SERVICE("11", "in-service"),
    RETIRED("12", "retired"),
    RESIDENT("15", "resident");

    private final String code;
    private final String key;

    MemberCategory(String code, String key) {
        this.code = code;
        this.key = key;
    }

    /** National psn_type. */
    public String code() {
        return code;
    }

    /** The word used in plan and case files. */
    public String key() {
        return key;
    }

    public static Optional<MemberCategory> ofKey(String key) {
        return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst();
    }

    public static Optional<MemberCategory> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
