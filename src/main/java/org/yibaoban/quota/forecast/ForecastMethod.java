package org.yibaoban.quota.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.yibaoban.money.Money;

/** A way to tell a month's end from its beginning. It uses nothing after the day that it stands on. */
public enum ForecastMethod {
    /** So far x days of the month / days gone. */
    STRAIGHT("按日均推算", "straight proportion"),
    /** So far, and for each day to come the mean of the last eight of its weekday: few leave on a Sunday. */
    WEEKDAY("按近八周同星期均值推算", "mean of the last eight of each weekday");

    private static final int WEEKS = 8;
    private static final int GUARD_PLACES = 10;

    private final String chinese;
    private final String english;

    ForecastMethod(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /**
     * The month's sum in yuan, half-up to the fen; empty where the series is too short for it.
     *
     * @param lastDay the last day that is known, from the one before the month to the month's last
     */
    public Optional<Money> forecast(DaySeries series, YearMonth month, LocalDate lastDay) {
        return switch (this) {
            case STRAIGHT -> straight(series, month, lastDay);
            case WEEKDAY -> byWeekday(series, month, lastDay);
        };
    }

    private static Optional<Money> straight(DaySeries series, YearMonth month, LocalDate lastDay) {
        if (lastDay.isBefore(month.atDay(1))) {
            return Optional.empty();
        }
        BigDecimal sum = series.sum(month.atDay(1), lastDay).yuan();
        return Optional.of(new Money(sum.multiply(BigDecimal.valueOf(month.lengthOfMonth()))
                .divide(BigDecimal.valueOf(lastDay.getDayOfMonth()), 2, RoundingMode.HALF_UP)));
    }

    private static Optional<Money> byWeekday(DaySeries series, YearMonth month, LocalDate lastDay) {
        BigDecimal sum = series.sum(month.atDay(1), lastDay).yuan();
        for (LocalDate day = lastDay.plusDays(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            Optional<BigDecimal> mean = mean(series, day, lastDay);
            if (mean.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(mean.get());
        }
        return Optional.of(Money.rounded(sum));
    }

    /** Of the last days of the same weekday that are known. */
    private static Optional<BigDecimal> mean(DaySeries series, LocalDate day, LocalDate lastDay) {
        LocalDate like = day;
        while (like.isAfter(lastDay)) {
            like = like.minusWeeks(1);
        }
        BigDecimal sum = BigDecimal.ZERO;
        int days = 0;
        while (days < WEEKS && !like.isBefore(series.from())) {
            sum = sum.add(series.on(like).yuan());
            like = like.minusWeeks(1);
            days++;
        }
        return days == 0
                ? Optional.empty()
                : Optional.of(sum.divide(BigDecimal.valueOf(days), GUARD_PLACES, RoundingMode.HALF_UP));
    }
}
