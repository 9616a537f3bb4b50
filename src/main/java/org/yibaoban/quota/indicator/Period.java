package org.yibaoban.quota.indicator;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;

/**
 * A day, month or year of the calendar.
 *
 * @param start its first day
 */
public record Period(Grain grain, LocalDate start) {

    /** How long a period is. */
    public enum Grain {
        DAY,
        MONTH,
        YEAR
    }

    /** @throws IllegalArgumentException when the day is not the first of such a period */
    public Period {
        if (!first(grain, start).equals(start)) {
            throw new IllegalArgumentException(start + " is not the first day of a " + grain);
        }
    }

    /** The one that a day lies in. */
    public static Period of(Grain grain, LocalDate day) {
        return new Period(grain, first(grain, day));
    }

    /** The day, the month and the year that a day lies in. */
    public static List<Period> allOf(LocalDate day) {
        return Arrays.stream(Grain.values()).map(grain -> of(grain, day)).toList();
    }

    private static LocalDate first(Grain grain, LocalDate day) {
        return switch (grain) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    public LocalDate last() {
        return switch (grain) {
            case DAY -> start;
            case MONTH -> start.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> start.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    /** The one before it. */
    public Period previous() {
        return of(grain, start.minusDays(1));
    }

    /** The one after it. */
    public Period next() {
        return of(grain, last().plusDays(1));
    }

    /** The same a year earlier; for 29 February the day before. */
    public Period lastYear() {
        return of(grain, start.minusYears(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(last());
    }
}
