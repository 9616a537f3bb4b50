package org.yibaoban.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class QuotaTest {

    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final Quota QUOTA = new Quota(
            QuotaScope.DEPARTMENT,
            "0304",
            QuotaPeriod.MONTH,
            QuotaMeasure.TOTAL_CHARGES,
            Money.of("30000.00"),
            List.of(80, 90, 100),
            FROM,
            Optional.of(LocalDate.of(2026, 12, 31)),
            "test");

    @Test
    void the_highest_level_reached_counts() {
        assertThat(QUOTA.levelReached(Money.of("23999.99"))).isEmpty();
        assertThat(QUOTA.levelReached(Money.of("24000.00"))).contains(80);
        assertThat(QUOTA.levelReached(Money.of("40000.00"))).contains(100);
    }

    @Test
    void a_level_that_is_only_reached_by_rounding_is_not_reached() {
        assertThat(QUOTA.percentUsed(Money.of("26999.99"))).hasToString("90.00");
        assertThat(QUOTA.levelReached(Money.of("26999.99"))).contains(80);
    }

    @Test
    void a_quota_is_in_force_on_its_first_and_last_day() {
        assertThat(QUOTA.inForceOn(FROM)).isTrue();
        assertThat(QUOTA.inForceOn(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(QUOTA.inForceOn(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void a_period_knows_its_first_and_last_day() {
        LocalDate leapDay = LocalDate.of(2028, 2, 10);
        assertThat(QuotaPeriod.MONTH.firstDay(leapDay)).isEqualTo(LocalDate.of(2028, 2, 1));
        assertThat(QuotaPeriod.MONTH.lastDay(leapDay)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(QuotaPeriod.YEAR.lastDay(leapDay)).isEqualTo(LocalDate.of(2028, 12, 31));
    }
}
