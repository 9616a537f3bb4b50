package org.yibaoban.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** Kind of a charge as the rules see it (spec/audit.md), with its national med_chrgitm_type. */
public enum ChargeType {
    BED("01", "床位费", "Bed"),
    NURSING("07", "护理费", "Nursing"),
    DRUG("09", "西药及中成药", "Drug"),
    HERB("10", "中药饮片", "Herb"),
    EXAM("03", "检查费", "Examination"),
    LAB("04", "化验费", "Laboratory"),
    TREATMENT("05", "治疗费", "Treatment"),
    SURGERY("06", "手术费", "Surgery"),
    CONSUMABLE("08", "卫生材料", "Consumable"),
    OTHER("14", "其他", "Other");

    private final String code;
    private final String chinese;
    private final String english;

    ChargeType(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** National med_chrgitm_type. */
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in catalogue and case files, such as {@code drug}. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Optional<ChargeType> ofKey(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
