package org.yibaoban.quota;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The calendar period over which a quota counts. */
public enum QuotaPeriod {
    MONTH,
    YEAR;

    /** First day of the period that a day lies in. */
    public LocalDate firstDay(LocalDate day) {
        return this == MONTH ? day.withDayOfMonth(1) : day.withDayOfYear(1);
    }

    /** Last day of the period that a day lies in. */
    public LocalDate lastDay(LocalDate day) {
        return day.with(this == MONTH ? TemporalAdjusters.lastDayOfMonth() : TemporalAdjusters.lastDayOfYear());
    }

    /** The word used in quota files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuotaPeriod> ofKey(String key) {
        return Arrays.stream(values())
                .filter(period -> period.key().equals(key))
                .findFirst();
    }
}
