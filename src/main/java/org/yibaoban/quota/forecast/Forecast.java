package org.yibaoban.quota.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.money.Money;

/**
 * A month's end as it is expected, with how far the same method was off in past months (spec/quotas.md, "Warnings").
 *
 * @param method the one that was off least
 * @param amount in yuan
 * @param pastError mean of |forecast - what came| / what came, in percent with two places, half-up
 * @param months past months that it was tried on, each standing on the same day of the month
 */
public record Forecast(ForecastMethod method, Money amount, BigDecimal pastError, int months) {

    private static final int PAST_MONTHS = 6;
    private static final int GUARD_PLACES = 10;

    /**
     * The method that was off least in the past six months; empty where no past month can tell, for then there is no figure.
     *
     * @param lastDay the last day that is known of the month, or the one before it
     */
    public static Optional<Forecast> of(DaySeries series, YearMonth month, LocalDate lastDay) {
        return Stream.of(ForecastMethod.values())
                .flatMap(method -> tried(method, series, month, lastDay).stream())
                .min(Comparator.comparing(Forecast::pastError));
    }

    private static Optional<Forecast> tried(
            ForecastMethod method, DaySeries series, YearMonth month, LocalDate lastDay) {
        Optional<Money> amount = method.forecast(series, month, lastDay);
        List<BigDecimal> errors = new ArrayList<>();
        for (int back = 1; back <= PAST_MONTHS; back++) {
            error(method, series, month.minusMonths(back), dayOf(month, lastDay))
                    .ifPresent(errors::add);
        }
        if (amount.isEmpty() || errors.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal mean = errors.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(errors.size()), 2, RoundingMode.HALF_UP);
        return Optional.of(new Forecast(method, amount.get(), mean, errors.size()));
    }

    /** 0 for the day before the month. */
    private static int dayOf(YearMonth month, LocalDate lastDay) {
        return lastDay.isBefore(month.atDay(1)) ? 0 : lastDay.getDayOfMonth();
    }

    /** A month that is not known from its first day, or had nothing, tells nothing. */
    private static Optional<BigDecimal> error(ForecastMethod method, DaySeries series, YearMonth past, int day) {
        Money came = series.sum(past.atDay(1), past.atEndOfMonth());
        if (series.from().isAfter(past.atDay(1)) || !came.isPositive()) {
            return Optional.empty();
        }
        LocalDate stand = past.atDay(1).plusDays(Math.min(day, past.lengthOfMonth()) - 1L);
        return method.forecast(series, past, stand)
                .map(forecast ->
                        forecast.minus(came).yuan().abs().divide(came.yuan(), GUARD_PLACES, RoundingMode.HALF_UP));
    }
}
