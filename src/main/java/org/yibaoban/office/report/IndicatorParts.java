package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.indicator.Indicators;
import org.yibaoban.office.indicator.Indicators.Row;
import org.yibaoban.office.report.Report.Part;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.Tally;

/** The month's indicators beside those of the month before and of the same month a year before. */
@ApplicationScoped
class IndicatorParts {

    @Inject
    private Indicators indicators;

    @Inject
    private Named named;

    /** Every indicator of the hospital. */
    Part hospital(YearMonth month) {
        Row all = whole(month);
        List<List<Object>> rows = Arrays.stream(Indicator.values())
                .map(indicator -> List.of(
                        indicator.chinese() + " " + indicator.english() + unit(indicator),
                        Cells.figure(all.now(), indicator),
                        Cells.figure(all.previous(), indicator),
                        Cells.figure(all.lastYear(), indicator),
                        Cells.growth(all.now().figure(indicator), all.lastYear().figure(indicator))))
                .toList();
        return new Part(
                "全院指标同期对比",
                "The hospital's indicators",
                List.of("指标 Indicator", "本月 This month", "上月 Last month", "上年同月 Year before", "同比% Growth"),
                rows);
    }

    private static String unit(Indicator indicator) {
        return switch (indicator.unit()) {
            case YUAN -> "（元 yuan）";
            case DAYS -> "（天 days）";
            case PERCENT -> "（%）";
            case PER_HUNDRED, INDEX -> "";
        };
    }

    /** The department with the highest charges first. */
    Part departments(YearMonth month) {
        List<List<Object>> rows = indicators.rows(Scope.Kind.DEPARTMENT, period(month)).stream()
                .sorted(Comparator.comparing((Row row) -> row.now().get(Measure.CHARGES))
                        .reversed())
                .map(row -> List.of(
                        named.department(row.code()),
                        charges(row.now()),
                        charges(row.previous()),
                        charges(row.lastYear()),
                        Cells.growth(
                                row.now().get(Measure.CHARGES), row.lastYear().get(Measure.CHARGES)),
                        row.now().get(Measure.STAYS).longValue(),
                        row.lastYear().get(Measure.STAYS).longValue(),
                        Cells.figure(row.now(), Indicator.COST_PER_STAY),
                        Cells.figure(row.lastYear(), Indicator.COST_PER_STAY)))
                .toList();
        return new Part(
                "科室费用同期对比",
                "Departments' charges",
                List.of(
                        "科室 Department",
                        "本月费用 This month",
                        "上月费用 Last month",
                        "上年同月费用 Year before",
                        "同比% Growth",
                        "出院人次 Stays",
                        "上年同月人次 Stays, year before",
                        "次均费用 Cost per stay",
                        "上年同月次均 Cost per stay, year before"),
                rows,
                List.of(1, 2, 3));
    }

    /** What each insurance was charged and what came of it. */
    Part payers(YearMonth month) {
        List<List<Object>> rows = indicators.rows(Scope.Kind.PAYER, period(month)).stream()
                .map(row -> List.of(
                        payer(row.code()),
                        row.now().get(Measure.SETTLED_STAYS).longValue(),
                        yuan(row.now(), Measure.SETTLED_CHARGES),
                        yuan(row.now(), Measure.FUND_CHARGES),
                        yuan(row.now(), Measure.FUND_RECEIVED),
                        Cells.figure(row.now(), Indicator.FUND_OVERRUN),
                        yuan(row.now(), Measure.PATIENT_BORNE),
                        yuan(row.lastYear(), Measure.FUND_CHARGES)))
                .toList();
        return new Part(
                "医保基金发生与拨付",
                "Funds charged and received",
                List.of(
                        "险种 Insurance",
                        "已结算人次 Settled stays",
                        "已结算费用 Settled charges",
                        "基金发生 Fund charges",
                        "基金拨付 Fund received",
                        "超支率% Overrun",
                        "个人负担 Borne by patients",
                        "上年同月基金发生 Fund charges, year before"),
                rows,
                List.of(3, 7));
    }

    private static String payer(String code) {
        return InsuranceType.ofCode(code)
                .map(type -> switch (type) {
                    case EMPLOYEE -> "职工医保 Employees";
                    case RESIDENT -> "居民医保 Residents";
                })
                .orElse("自费 Self-paying");
    }

    Row whole(YearMonth month) {
        return indicators.rows(Scope.Kind.HOSPITAL, period(month)).stream()
                .findFirst()
                .orElse(new Row("", Tally.NOTHING, Tally.NOTHING, Tally.NOTHING));
    }

    private static Period period(YearMonth month) {
        return Period.of(Grain.MONTH, month.atDay(1));
    }

    private static Money charges(Tally tally) {
        return yuan(tally, Measure.CHARGES);
    }

    private static Money yuan(Tally tally, Measure measure) {
        return new Money(tally.get(measure));
    }
}
