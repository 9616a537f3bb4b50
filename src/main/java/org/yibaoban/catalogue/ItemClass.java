package org.yibaoban.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** Catalogue class of an item; national code set chrgitm_lv. */
public enum ItemClass {
    /** 甲类: wholly in scope. */
    A("01"),
    /** 乙类: the patient pays a fixed share first. */
    B("02"),
    /** 丙类 / 自费: outside the catalogue. */
    C("03");

    private final String code;

    ItemClass(String code) {
        this.code = code;
    }

    /** National chrgitm_lv. */
    public String code() {
        return code;
    }

    public static Optional<ItemClass> ofCode(String code) {
        return Arrays.stream(values()).filter(c -> c.code.equals(code)).findFirst();
    }
}
