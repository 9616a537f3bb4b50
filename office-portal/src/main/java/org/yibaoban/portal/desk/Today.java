package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.yibaoban.office.IncidentId;

/** What the pages take from the clock. */
@ApplicationScoped
public class Today {

    @Inject
    private Clock clock;

    public LocalDate day() {
        return LocalDate.now(clock);
    }

    /** So many days of twenty-four hours before now. */
    public Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /** The first moment of a day. */
    public Instant begin(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    public YearMonth month() {
        return YearMonth.now(clock);
    }

    public IncidentId incident() {
        return IncidentId.next(clock);
    }
}
