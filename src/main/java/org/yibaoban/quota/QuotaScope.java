package org.yibaoban.quota;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose charges a quota counts (spec/quotas.md). */
public enum QuotaScope {
    HOSPITAL,
    DEPARTMENT,
    DOCTOR;

    /** The word used in quota files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuotaScope> ofKey(String key) {
        return Arrays.stream(values()).filter(scope -> scope.key().equals(key)).findFirst();
    }
}
