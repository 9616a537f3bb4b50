package org.yibaoban.office.report;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;

/** When a plan's report is due. */
final class ReportDue {

    private ReportDue() {}

    /**
     * The month whose report a plan has last become due for: the one before its day. After a standstill only the last one is
     * due, and none whose day lies before the plan was set. All times are the hospital's.
     *
     * @param day of each month, 1 to 28
     */
    static Optional<YearMonth> month(int day, LocalTime time, LocalDateTime setAt, LocalDateTime now) {
        LocalDateTime thisMonth = YearMonth.from(now).atDay(day).atTime(time);
        LocalDateTime last = thisMonth.isAfter(now) ? thisMonth.minusMonths(1) : thisMonth;
        return last.isBefore(setAt)
                ? Optional.empty()
                : Optional.of(YearMonth.from(last).minusMonths(1));
    }
}
