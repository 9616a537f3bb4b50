package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.indicator.QuotaUses;
import org.yibaoban.office.quota.ForecastBoard;
import org.yibaoban.office.quota.QueryDesk;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaPeriod;

/** Quotas with what is used of them, how the month is expected to end, and what departments were asked. */
@ApplicationScoped
class QuotaParts {

    @Inject
    private QuotaUses uses;

    @Inject
    private ForecastBoard forecasts;

    @Inject
    private QueryDesk queries;

    @Inject
    private Named named;

    @Inject
    private Clock clock;

    /** The one that is used most first. */
    Part used(YearMonth month, boolean masked) {
        List<List<Object>> rows = uses.of(month).stream()
                .sorted(Comparator.comparing(
                                (QuotaUses.Use use) -> use.percent().orElse(BigDecimal.ZERO))
                        .reversed())
                .map(use -> List.<Object>of(
                        name(use.quota(), masked),
                        use.quota().measure().chinese() + " "
                                + use.quota().measure().english(),
                        use.quota().period() == QuotaPeriod.MONTH ? "月 month" : "年 year",
                        use.quota().limit(),
                        cell(use.used()),
                        cell(use.percent())))
                .toList();
        return new Part(
                "定额执行情况",
                "Quotas",
                List.of("对象 Of", "指标 Measure", "周期 Period", "定额 Limit", "已用 Used", "执行率% Percent used"),
                rows,
                List.of(5));
    }

    private String name(Quota quota, boolean masked) {
        return switch (quota.scope()) {
            case HOSPITAL -> named.hospital();
            case DEPARTMENT -> named.department(quota.scopeCode());
            case DOCTOR -> named.doctor(quota.scopeCode(), masked);
        };
    }

    private static Object cell(Optional<BigDecimal> figure) {
        return figure.map(Object.class::cast).orElse(Cells.NONE);
    }

    /** Only of the month that is running. */
    boolean hasForecast(YearMonth month) {
        return YearMonth.now(clock).equals(month);
    }

    Part forecast() {
        List<List<Object>> rows = forecasts.thisMonth(Optional.empty()).stream()
                .map(row -> List.of(
                        named.department(row.department()),
                        row.soFar(),
                        row.forecast().map(told -> (Object) told.amount()).orElse(Cells.NONE),
                        row.quota().map(Object.class::cast).orElse(Cells.NONE),
                        cell(row.usedPercent()),
                        row.forecast()
                                .map(told -> (Object) (told.method().chinese() + " "
                                        + told.method().english()))
                                .orElse(Cells.NONE),
                        cell(row.forecast().map(told -> told.pastError()))))
                .toList();
        return new Part(
                "月末预测",
                "Forecast of the month's end",
                List.of(
                        "科室 Department",
                        "出院费用 So far",
                        "预测月末 Forecast",
                        "月定额 Quota",
                        "预计执行率% Percent used",
                        "方法 Method",
                        "往月平均误差% Past error"),
                rows,
                List.of(1, 2));
    }

    Part asked(YearMonth month) {
        List<List<Object>> rows = queries.about(month).stream()
                .map(query -> List.<Object>of(
                        named.department(query.department()),
                        query.subject(),
                        query.question(),
                        query.answer().orElse("待答复 unanswered")))
                .toList();
        return new Part(
                "询问与答复", "Queries and answers", List.of("科室 Department", "事由 About", "询问 Question", "答复 Answer"), rows);
    }
}
