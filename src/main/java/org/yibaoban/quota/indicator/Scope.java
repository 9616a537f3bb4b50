package org.yibaoban.quota.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose figures.
 *
 * @param code of the department, ward, doctor or insurance; blank for the hospital as a whole
 */
public record Scope(Kind kind, String code) {

    public static final Scope HOSPITAL = new Scope(Kind.HOSPITAL, "");

    /** By what figures are split. */
    public enum Kind {
        HOSPITAL,
        DEPARTMENT,
        WARD,
        DOCTOR,
        PAYER;

        /** The word in case files and addresses. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }
    }

    public static Scope department(String code) {
        return new Scope(Kind.DEPARTMENT, code);
    }
}
