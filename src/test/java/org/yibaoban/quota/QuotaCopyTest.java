package org.yibaoban.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.quota.QuotaCopy.Copied;

class QuotaCopyTest {

    @ParameterizedTest
    @CsvSource({
        "TOTAL_CHARGES, 1000.00, 5, 1050.00",
        "TOTAL_CHARGES, 1000.01, -2.5, 975.01",
        "TOTAL_CHARGES, 0.10, 5, 0.11",
        "TOTAL_CHARGES, 0.01, -99, 0.01",
        "STAYS, 120, 10, 132.00",
        "SELF_PAID_SHARE, 20.00, 10, 20.00",
        "AVERAGE_STAY, 8.50, 10, 8.50"
    })
    void amountsAndCountsGrowSharesAndDaysDoNot(QuotaMeasure measure, String limit, BigDecimal percent, String next) {
        List<Copied> copied = QuotaCopy.of(List.of(quota(measure, limit, 2026, 2026)), 2026, percent);
        assertThat(copied).hasSize(1);
        assertThat(copied.get(0).next().limit()).isEqualTo(Money.of(next));
        assertThat(copied.get(0).next().from()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(copied.get(0).next().to()).contains(LocalDate.of(2027, 12, 31));
        assertThat(copied.get(0).taken()).isFalse();
    }

    @Test
    void whatIsLimitedInTheNextYearAlreadyIsTaken() {
        List<Copied> copied = QuotaCopy.of(
                List.of(
                        quota(QuotaMeasure.TOTAL_CHARGES, "1000.00", 2026, 2026),
                        quota(QuotaMeasure.TOTAL_CHARGES, "1100.00", 2027, 2027),
                        quota(QuotaMeasure.STAYS, "100", 2026, 2028)),
                2026,
                BigDecimal.ZERO);
        assertThat(copied).extracting(Copied::taken).containsExactly(true, true);
    }

    @Test
    void aPercentageThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> QuotaCopy.of(List.of(), 2026, BigDecimal.valueOf(-100)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuotaCopy.of(List.of(), 2026, BigDecimal.valueOf(1001)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Quota quota(QuotaMeasure measure, String limit, int fromYear, int toYear) {
        return new Quota(
                QuotaScope.DEPARTMENT,
                "0304",
                QuotaPeriod.YEAR,
                measure,
                Money.of(limit),
                List.of(80, 100),
                LocalDate.of(fromYear, 1, 1),
                Optional.of(LocalDate.of(toYear, 12, 31)),
                "test");
    }
}
