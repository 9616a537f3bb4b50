package org.yibaoban.quota.indicator;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The figures that the office watches, each by its formula (spec/quotas.md, "Indicators"). */
public enum Indicator {
    COST_PER_STAY("次均费用", "Cost per stay", Unit.YUAN, Measure.STAY_CHARGES, Measure.STAYS),
    COST_PER_DAY("日均费用", "Cost per day", Unit.YUAN, Measure.STAY_CHARGES, Measure.BED_DAYS),
    AVERAGE_STAY("平均住院日", "Average stay", Unit.DAYS, Measure.BED_DAYS, Measure.STAYS),
    COST_PER_OUTPATIENT_VISIT(
            "门诊次均费用", "Cost per outpatient visit", Unit.YUAN, Measure.OUTPATIENT_CHARGES, Measure.OUTPATIENT_VISITS),
    COST_PER_OUTPATIENT_PERSON(
            "门诊人均费用", "Cost per outpatient person", Unit.YUAN, Measure.OUTPATIENT_CHARGES, Measure.OUTPATIENT_PERSONS),
    DRUG_SHARE("药占比", "Drug share", Unit.PERCENT, Measure.DRUGS, Measure.CHARGES),
    CONSUMABLES_SHARE("耗占比", "Consumables share", Unit.PERCENT, Measure.CONSUMABLES, Measure.CHARGES),
    CONSUMABLES_PER_HUNDRED(
            "百元耗材比",
            "Consumables per 100 yuan",
            Unit.PER_HUNDRED,
            of(Measure.CONSUMABLES),
            tally -> tally.get(Measure.CHARGES).subtract(tally.get(Measure.DRUGS))),
    LARGE_EQUIPMENT_SHARE("大型检查占比", "Large-equipment share", Unit.PERCENT, Measure.LARGE_EQUIPMENT, Measure.CHARGES),
    SELF_PAID_SHARE("自费率", "Self-paid share", Unit.PERCENT, Measure.SELF_PAID, Measure.CHARGES),
    PATIENT_SHARE("个人负担率", "Patient share", Unit.PERCENT, Measure.PATIENT_BORNE, Measure.SETTLED_CHARGES),
    ADMISSION_RATE("百门诊住院率", "Admission rate", Unit.PERCENT, Measure.ADMISSIONS, Measure.OUTPATIENT_VISITS),
    LARGE_COST_SHARE("大额人次占比", "Large-cost share", Unit.PERCENT, Measure.LARGE_COST_STAYS, Measure.STAYS),
    READMISSION_RATE("14日再住院率", "Readmission rate", Unit.PERCENT, Measure.READMISSIONS, Measure.STAYS),
    FUND_OVERRUN(
            "超支率",
            "Fund overrun",
            Unit.PERCENT,
            tally -> tally.get(Measure.FUND_CHARGES).subtract(tally.get(Measure.FUND_RECEIVED)),
            of(Measure.FUND_RECEIVED)),
    COST_INDEX("费用消耗指数", "Cost index", Unit.INDEX, Measure.COST_RATIOS, Measure.COST_RATED_STAYS),
    TIME_INDEX("时间消耗指数", "Time index", Unit.INDEX, Measure.TIME_RATIOS, Measure.TIME_RATED_STAYS),
    CMI("病例组合指数", "CMI", Unit.INDEX, Measure.WEIGHTS, Measure.GROUPED_STAYS);

    /** What a figure is in. */
    public enum Unit {
        YUAN,
        DAYS,
        PERCENT,
        /** Yuan for a hundred yuan. */
        PER_HUNDRED,
        INDEX;

        private boolean timesHundred() {
            return this == PERCENT || this == PER_HUNDRED;
        }
    }

    private final String chinese;
    private final String english;
    private final Unit unit;
    private final Function<Tally, BigDecimal> numerator;
    private final Function<Tally, BigDecimal> denominator;

    Indicator(String chinese, String english, Unit unit, Measure numerator, Measure denominator) {
        this(chinese, english, unit, of(numerator), of(denominator));
    }

    Indicator(
            String chinese,
            String english,
            Unit unit,
            Function<Tally, BigDecimal> numerator,
            Function<Tally, BigDecimal> denominator) {
        this.chinese = chinese;
        this.english = english;
        this.unit = unit;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    private static Function<Tally, BigDecimal> of(Measure measure) {
        return tally -> tally.get(measure);
    }

    /** Exact; empty for a ratio over nothing. */
    Optional<Figure> of(Tally tally) {
        BigDecimal below = denominator.apply(tally);
        if (below.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal above = numerator.apply(tally);
        return Optional.of(new Figure(unit.timesHundred() ? above.movePointRight(2) : above, below));
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public Unit unit() {
        return unit;
    }

    /** The word used in case files, such as {@code drug_share}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Indicator> ofKey(String key) {
        return Arrays.stream(values())
                .filter(indicator -> indicator.key().equals(key))
                .findFirst();
    }
}
