package org.yibaoban.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shapes of national item codes (facts/domain.md, 3.2). */
public enum NationalCode {
    WESTERN_DRUG("X[0-9A-Z]{22}"),
    PATENT_DRUG("Z[0-9A-Z]{19}"),
    HERB("T\\d{9}"),
    SERVICE("00\\d{13}"),
    CONSUMABLE("C\\d{19}(\\d{7})?");

    private final Pattern shape;

    NationalCode(String shape) {
        this.shape = Pattern.compile(shape);
    }

    /** What kind of item a code names; empty when it has no national shape. */
    public static Optional<NationalCode> of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.shape.matcher(code).matches())
                .findFirst();
    }
}
