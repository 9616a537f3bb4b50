package org.yibaoban.settlement.reconciliation;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The days that are reconciled, both ends in it; a day or a month.
 *
 * @param from not after {@code to}
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException(from + " is after " + to);
        }
    }

    public static Period day(LocalDate day) {
        return new Period(day, day);
    }

    public static Period month(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    public boolean isDay() {
        return from.equals(to);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** With a day more at each end: what one side books just before midnight the other may book just after. */
    public Period widened() {
        return new Period(from.minusDays(1), to.plusDays(1));
    }
}
