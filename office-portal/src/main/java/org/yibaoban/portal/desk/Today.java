package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

    public YearMonth month() {
        return YearMonth.now(clock);
    }

    public IncidentId incident() {
        return IncidentId.next(clock);
    }
}
