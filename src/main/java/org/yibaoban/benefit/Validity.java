package org.yibaoban.benefit;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of days.
 *
 * @param from first day
 * @param to last day, empty while it has no end
 */
public record Validity(LocalDate from, Optional<LocalDate> to) {

    /** @throws IllegalArgumentException when the end lies before the start */
    public Validity {
        if (to.filter(last -> last.isBefore(from)).isPresent()) {
            throw new IllegalArgumentException("ends on " + to.get() + ", before it starts on " + from);
        }
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }

    /** The days of both, which must share at least one. */
    Validity and(Validity other) {
        return new Validity(
                from.isAfter(other.from) ? from : other.from,
                Stream.of(to, other.to).flatMap(Optional::stream).min(LocalDate::compareTo));
    }
}
