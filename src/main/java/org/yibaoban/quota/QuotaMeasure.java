package org.yibaoban.quota;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a quota limits, in yuan (spec/quotas.md, "Indicators"). */
public enum QuotaMeasure {
    /** Charges net of reversals, by ordering department. */
    TOTAL_CHARGES("总费用", "Total charges"),
    /** Charges of the stays discharged in the period, divided by their number. */
    COST_PER_STAY("次均费用", "Cost per stay");

    private final String chinese;
    private final String english;

    QuotaMeasure(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in quota files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuotaMeasure> ofKey(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }
}
