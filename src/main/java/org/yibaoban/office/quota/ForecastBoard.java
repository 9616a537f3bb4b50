package org.yibaoban.office.quota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.QuotaScope;
import org.yibaoban.quota.Quotas;
import org.yibaoban.quota.forecast.DaySeries;
import org.yibaoban.quota.forecast.Forecast;
import org.yibaoban.store.DischargeDays;

/**
 * How this month is expected to end: charges of the stays that will have been discharged, by department, standing on
 * yesterday. It reads eight months of discharges and never the hospital's whole history.
 */
@ApplicationScoped
public class ForecastBoard {

    /** Six months that the methods are tried on, and eight weeks before them. */
    private static final int MONTHS_READ = 8;

    @Inject
    private DischargeDays days;

    @Inject
    private Hospital hospital;

    @Inject
    private Quotas quotas;

    @Inject
    private Clock clock;

    /**
     * A department's month.
     *
     * @param soFar charges of the stays discharged from the first of the month to yesterday, in yuan
     * @param forecast of the month's end; empty where no past month can tell
     * @param quota of the month's charges, in yuan; empty where there is none
     * @param usedPercent forecast / quota in percent, two places, half-up
     */
    public record Row(
            String department,
            Money soFar,
            Optional<Forecast> forecast,
            Optional<Money> quota,
            Optional<BigDecimal> usedPercent) {}

    /** Of one department, or of all. */
    @Transactional
    public List<Row> thisMonth(Optional<String> department) {
        LocalDate today = LocalDate.now(clock);
        LocalDate yesterday = today.minusDays(1);
        YearMonth month = YearMonth.from(today);
        LocalDate begin = month.minusMonths(MONTHS_READ).atDay(1);
        LocalDate known = days.first().filter(begin::isBefore).orElse(begin);
        Map<String, Map<LocalDate, Money>> series = new HashMap<>();
        days.between(begin, yesterday, department)
                .forEach(day -> series.computeIfAbsent(day.department(), any -> new HashMap<>())
                        .put(day.day(), day.charges()));
        Map<String, Quota> limits = limits(month);
        return hospital.departments().stream()
                .map(Department::code)
                .filter(code -> department.map(code::equals).orElse(true))
                .map(code -> row(
                        code,
                        new DaySeries(known, series.getOrDefault(code, Map.of())),
                        month,
                        yesterday,
                        Optional.ofNullable(limits.get(code))))
                .toList();
    }

    private Map<String, Quota> limits(YearMonth month) {
        return quotas.all().stream()
                .filter(quota -> quota.scope() == QuotaScope.DEPARTMENT
                        && quota.period() == QuotaPeriod.MONTH
                        && quota.measure() == QuotaMeasure.TOTAL_CHARGES
                        && quota.inForceOn(month.atEndOfMonth()))
                .collect(Collectors.toMap(Quota::scopeCode, quota -> quota, (one, other) -> one));
    }

    private static Row row(
            String department, DaySeries series, YearMonth month, LocalDate yesterday, Optional<Quota> quota) {
        Optional<Forecast> forecast = Forecast.of(series, month, yesterday);
        return new Row(
                department,
                series.sum(month.atDay(1), yesterday),
                forecast,
                quota.map(Quota::limit),
                forecast.flatMap(told -> quota.map(limit -> limit.percentUsed(told.amount()))));
    }
}
