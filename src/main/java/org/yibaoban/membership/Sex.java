package org.yibaoban.membership;

/** National code set gend: 0 unknown, 1 male, 2 female, 9 not stated. */
public enum Sex {
    UNKNOWN("0"),
    MALE("1"),
    FEMALE("2"),
    NOT_STATED("9");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
