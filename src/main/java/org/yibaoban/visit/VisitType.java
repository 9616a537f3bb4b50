package org.yibaoban.visit;

import java.util.Arrays;
import java.util.Optional;

/** How a visit is settled; national med_type 21 and 11. */
public enum VisitType {
    INPATIENT("21", "inpatient"),
    OUTPATIENT("11", "outpatient");

    private final String code;
    private final String key;

    VisitType(String code, String key) {
        this.code = code;
        this.key = key;
    }

    /** National med_type. */
    public String code() {
        return code;
    }

    /** Whether such a visit may be claimed for: a stay once it ended, an outpatient visit as long as it is there. */
    public boolean isClaimable(VisitStatus status) {
        return status == VisitStatus.DISCHARGED || this == OUTPATIENT && status == VisitStatus.ADMITTED;
    }

    /** The word used in case files. */
    public String key() {
        return key;
    }

    public static Optional<VisitType> ofKey(String key) {
        return Arrays.stream(values()).filter(t -> t.key.equals(key)).findFirst();
    }
}
