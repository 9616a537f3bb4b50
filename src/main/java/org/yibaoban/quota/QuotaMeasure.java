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
    STAYS("出院人次", "Stays discharged", Unit.COUNT);

    /** What the limit of a measure is in. */
    public enum Unit {
        YUAN("元", "yuan"),
        PERCENT("%", "%"),
        DAYS("天", "days"),
        COUNT("人次", "stays");

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
            return this == YUAN || this == COUNT;
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
