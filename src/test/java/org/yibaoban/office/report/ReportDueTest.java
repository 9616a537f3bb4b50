package org.yibaoban.office.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ReportDueTest {

    private static final LocalTime SIX = LocalTime.of(6, 0);
    private static final LocalDateTime LONG_AGO = LocalDateTime.parse("2026-01-01T00:00");

    @Test
    void onItsMinuteTheMonthBeforeIsDueAndNotAMinuteEarlier() {
        assertThat(ReportDue.month(5, SIX, LONG_AGO, LocalDateTime.parse("2026-11-05T06:00")))
                .contains(YearMonth.of(2026, 10));
        assertThat(ReportDue.month(5, SIX, LONG_AGO, LocalDateTime.parse("2026-11-05T05:59")))
                .contains(YearMonth.of(2026, 9));
    }

    @Test
    void inJanuaryItIsDecember() {
        assertThat(ReportDue.month(1, SIX, LONG_AGO, LocalDateTime.parse("2027-01-01T06:00")))
                .contains(YearMonth.of(2026, 12));
    }

    @Test
    void whatWasDueBeforeThePlanWasSetIsNotMade() {
        LocalDateTime now = LocalDateTime.parse("2026-11-20T12:00");
        assertThat(ReportDue.month(5, SIX, LocalDateTime.parse("2026-11-05T06:01"), now))
                .isEmpty();
        assertThat(ReportDue.month(5, SIX, LocalDateTime.parse("2026-11-05T06:00"), now))
                .contains(YearMonth.of(2026, 10));
    }

    @Test
    void afterAStandstillOnlyTheLastOneIsDue() {
        assertThat(ReportDue.month(28, SIX, LONG_AGO, LocalDateTime.parse("2026-11-27T12:00")))
                .contains(YearMonth.of(2026, 9));
    }
}
