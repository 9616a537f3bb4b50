package org.yibaoban.quota.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class ForecastTest {

    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final LocalDate TENTH = JUNE.atDay(10);

    @Test
    void withoutAPastThereIsNoFigure() {
        assertThat(Forecast.of(series(JUNE.atDay(1), TENTH, day -> "10.00"), JUNE, TENTH))
                .isEmpty();
        assertThat(Forecast.of(series(LocalDate.of(2026, 5, 2), TENTH, day -> "10.00"), JUNE, TENTH))
                .isEmpty();
    }

    @Test
    void aPastMonthOfNothingTellsNothing() {
        DaySeries series =
                series(LocalDate.of(2026, 5, 1), TENTH, day -> day.isBefore(JUNE.atDay(1)) ? "0.00" : "10.00");
        assertThat(Forecast.of(series, JUNE, TENTH)).isEmpty();
    }

    @Test
    void equalDaysAreToldExactly() {
        Forecast forecast = Forecast.of(series(LocalDate.of(2026, 4, 1), TENTH, day -> "10.00"), JUNE, TENTH)
                .orElseThrow();
        assertThat(forecast)
                .isEqualTo(new Forecast(ForecastMethod.STRAIGHT, Money.of("300.00"), new BigDecimal("0.00"), 2));
    }

    /** May 2026 by its tenth day: 10 x 10 x 31/10 = 310 told; 10 x 10 + 21 x 20 = 520 came: 210 / 520 = 40.38 %. */
    @Test
    void theErrorOfPastMonthsIsToldByHand() {
        DaySeries series = series(
                LocalDate.of(2026, 5, 1),
                TENTH,
                day -> day.getMonthValue() == 5 && day.getDayOfMonth() > 10 ? "20.00" : "10.00");
        Optional<Money> told =
                ForecastMethod.STRAIGHT.forecast(series, YearMonth.of(2026, 5), LocalDate.of(2026, 5, 10));
        assertThat(told).contains(Money.of("310.00"));
        assertThat(Forecast.of(series, JUNE, TENTH).orElseThrow().pastError()).isEqualByComparingTo("40.38");
    }

    /** Nothing on Sundays, 70 on other days: June 2026 has 4 Sundays and 26 other days, 1,820. The 10th is a Wednesday. */
    @Test
    void whereSundaysAreQuietTheWeekdaysTellBetter() {
        DaySeries series = series(
                LocalDate.of(2026, 1, 1), TENTH, day -> day.getDayOfWeek() == DayOfWeek.SUNDAY ? "0.00" : "70.00");
        Forecast forecast = Forecast.of(series, JUNE, TENTH).orElseThrow();
        assertThat(forecast.method()).isEqualTo(ForecastMethod.WEEKDAY);
        assertThat(forecast.amount()).isEqualTo(Money.of("1820.00"));
        assertThat(forecast.pastError()).isEqualByComparingTo("0");
        assertThat(ForecastMethod.STRAIGHT.forecast(series, JUNE, TENTH)).contains(Money.of("1890.00"));
    }

    @Test
    void beforeTheFirstDayOnlyTheWeekdaysTell() {
        LocalDate endOfMay = LocalDate.of(2026, 5, 31);
        DaySeries series = series(LocalDate.of(2026, 1, 1), endOfMay, day -> "10.00");
        assertThat(ForecastMethod.STRAIGHT.forecast(series, JUNE, endOfMay)).isEmpty();
        assertThat(Forecast.of(series, JUNE, endOfMay).orElseThrow().amount()).isEqualTo(Money.of("300.00"));
    }

    @Test
    void atTheLastDayTheMonthIsWhatItIs() {
        DaySeries series = series(LocalDate.of(2026, 1, 1), JUNE.atEndOfMonth(), day -> "12.34");
        assertThat(Forecast.of(series, JUNE, JUNE.atEndOfMonth()).orElseThrow().amount())
                .isEqualTo(Money.of("370.20"));
    }

    /** What lies after the day is not known to either method. */
    @Property
    void theFutureChangesNothing(
            @ForAll @IntRange(min = 1, max = 29) int day, @ForAll @IntRange(max = 100000) int fen) {
        LocalDate stand = JUNE.atDay(day);
        DaySeries known = series(LocalDate.of(2026, 3, 1), stand, any -> "10.00");
        Map<LocalDate, Money> more = new HashMap<>(known.amounts());
        more.put(stand.plusDays(1), new Money(BigDecimal.valueOf(fen, 2)));
        DaySeries later = new DaySeries(known.from(), more);
        for (ForecastMethod method : ForecastMethod.values()) {
            assertThat(method.forecast(later, JUNE, stand)).isEqualTo(method.forecast(known, JUNE, stand));
        }
    }

    /** A forecast never lies below what is spent already. */
    @Property
    void whatIsSpentStaysSpent(@ForAll @IntRange(min = 1, max = 30) int day, @ForAll @IntRange(max = 9) int step) {
        LocalDate stand = JUNE.atDay(day);
        DaySeries series = series(LocalDate.of(2026, 3, 1), stand, any -> any.getDayOfMonth() % (step + 1) + ".00");
        for (ForecastMethod method : ForecastMethod.values()) {
            assertThat(method.forecast(series, JUNE, stand).orElseThrow())
                    .isGreaterThanOrEqualTo(series.sum(JUNE.atDay(1), stand));
        }
    }

    private static DaySeries series(LocalDate from, LocalDate to, Function<LocalDate, String> amount) {
        Map<LocalDate, Money> amounts = new HashMap<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            amounts.put(day, Money.of(amount.apply(day)));
        }
        return new DaySeries(from, amounts);
    }
}
