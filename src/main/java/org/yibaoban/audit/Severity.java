package org.yibaoban.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a finding does to a claim. */
public enum Severity {
    /** The claim waits until the finding is mended, or overruled by the insurance office with a named reason. */
    STOP("拦截", "Stops the claim"),
    /** The office sees it; the claim goes. */
    WARN("提醒", "Warns");

    private final String chinese;
    private final String english;

    Severity(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in {@code config/rules/audit.yaml}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Severity> ofKey(String key) {
        return Arrays.stream(values())
                .filter(severity -> severity.key().equals(key))
                .findFirst();
    }
}
