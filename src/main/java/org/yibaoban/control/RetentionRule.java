package org.yibaoban.control;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long a kind of record is kept at least.
 *
 * @param since the first day on which it is so
 * @param keep in years and months
 * @param source which rule says so, or why it was set here
 */
public record RetentionRule(RecordKind kind, LocalDate since, Period keep, String source) {

    /** What is from before this day is beyond its time. */
    public LocalDate beyond(LocalDate today) {
        return today.minus(keep);
    }
}
