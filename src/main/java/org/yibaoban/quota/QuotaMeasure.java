package org.yibaoban.quota;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a quota limits: an indicator of spec/quotas.md, or a sum. The keys are those of the indicators. */
public enum QuotaMeasure {
    /** Charges net of reversals, by ordering department. */
    TOTAL_CHARGES("总费用", "Total charges", Unit.YUAN),
    /** Charges of the stays discharged in the period, divided by their number. */
    COST_PER_STAY("次均费用", "Cost per stay", Unit.YUAN),
    COST_PER_DAY("日均费用", "Cost per day", Unit.YUAN),
    /** What the funds are asked for. */
    FUND_CHARGES("基金费用", "Fund charges", Unit.YUAN),
    /** Class C charges / charges; the documents hold it within 20 %. */
    SELF_PAID_SHARE("自费率", "Self-paid share", Unit.PERCENT),
    DRUG_SHARE("药占比", "Drug share", Unit.PERCENT),
    CONSUMABLES_SHARE("耗占比", "Consumables share", Unit.PERCENT),
    AVERAGE_STAY("平均住院日", "Average stay", Unit.DAYS),
    COST_PER_OUTPATIENT_VISIT("门诊次均费用", "Cost per outpatient visit", Unit.YUAN),
    COST_PER_OUTPATIENT_PERSON("门诊人均费用", "Cost per outpatient person", Unit.YUAN),
    CONSUMABLES_PER_HUNDRED("百元耗材比", "Consumables per 100 yuan", Unit.PER_HUNDRED),
    LARGE_EQUIPMENT_SHARE("大型检查占比", "Large-equipment share", Unit.PERCENT),
    PATIENT_SHARE("个人负担率", "Patient share", Unit.PERCENT),
    ADMISSION_RATE("百门诊住院率", "Admission rate", Unit.PERCENT),
    LARGE_COST_SHARE("大额人次占比", "Large-cost share", Unit.PERCENT),
    READMISSION_RATE("14日再住院率", "Readmission rate", Unit.PERCENT),
    FUND_OVERRUN("超支率", "Fund overrun", Unit.PERCENT),
    COST_INDEX("费用消耗指数", "Cost index", Unit.INDEX),
    TIME_INDEX("时间消耗指数", "Time index", Unit.INDEX),
    CMI("病例组合指数", "CMI", Unit.INDEX),
    STAYS("出院人次", "Stays discharged", Unit.COUNT),
    ADMISSIONS("入院人次", "Admissions", Unit.COUNT),
    OUTPATIENT_VISITS("门诊人次", "Outpatient visits", Unit.COUNT),
    OUTPATIENT_PERSONS("门诊人数", "Outpatient persons", Unit.PERSONS);

    /** What the limit of a measure is in. */
    public enum Unit {
        YUAN("元", "yuan"),
        PERCENT("%", "%"),
        /** Yuan for a hundred yuan. */
        PER_HUNDRED("元/百元", "yuan per 100"),
        /** A figure without a unit. */
        INDEX("", ""),
        DAYS("天", "days"),
        COUNT("人次", "visits"),
        PERSONS("人", "persons");

        private final String chinese;
        private final String english;

        Unit(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }

        /** Whether a limit grows with the work done, so that last year's may be raised by a percentage. */
        public boolean grows() {
            return this == YUAN || this == COUNT || this == PERSONS;
        }
    }

    private final String chinese;
    private final String english;
    private final Unit unit;

    QuotaMeasure(String chinese, String english, Unit unit) {
        this.chinese = chinese;
        this.english = english;
        this.unit = unit;
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

    /** The word used in quota files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<QuotaMeasure> ofKey(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }
}
