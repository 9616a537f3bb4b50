package org.yibaoban.audit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The figures of the rules that are configuration; each belongs to one rule. */
public enum AuditParameter {
    /** Most days of a drug to take home. */
    TAKE_HOME_DAYS(AuditRule.TAKE_HOME_EXCESS, "days", Unit.DAYS),
    TAKE_HOME_CHRONIC_DAYS(AuditRule.TAKE_HOME_EXCESS, "chronic_days", Unit.DAYS),
    /** Most days of a drug on an outpatient prescription. */
    PRESCRIPTION_DAYS(AuditRule.PRESCRIPTION_DAYS, "days", Unit.DAYS),
    PRESCRIPTION_CHRONIC_DAYS(AuditRule.PRESCRIPTION_DAYS, "chronic_days", Unit.DAYS),
    /** Fewest idle days in a row that are found. */
    IDLE_DAYS(AuditRule.IDLE_STAY, "days", Unit.DAYS),
    /** Most days from the earlier discharge to this admission that are found. */
    SPLIT_DAYS(AuditRule.SPLIT_ADMISSION, "days", Unit.DAYS),
    /** How many first characters of the first diagnosis are compared. */
    SPLIT_CHARACTERS(AuditRule.SPLIT_ADMISSION, "diagnosis_characters", Unit.CHARACTERS),
    /** Longest stay that is looked at. */
    EXAM_ONLY_DAYS(AuditRule.EXAM_ONLY, "days", Unit.DAYS),
    /** Lowest share of examinations and laboratory in the total that is found. */
    EXAM_ONLY_SHARE(AuditRule.EXAM_ONLY, "share", Unit.SHARE),
    /** Highest share of class C in the total that is not found. */
    SELF_PAY_SHARE(AuditRule.SELF_PAY_SHARE, "share", Unit.SHARE);

    private final AuditRule rule;
    private final String key;
    private final Unit unit;

    AuditParameter(AuditRule rule, String key, Unit unit) {
        this.rule = rule;
        this.key = key;
        this.unit = unit;
    }

    public AuditRule rule() {
        return rule;
    }

    /** The word used in {@code config/rules/audit.yaml}. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    /** Those of a rule; none for most. */
    public static List<AuditParameter> of(AuditRule rule) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.rule == rule)
                .toList();
    }

    /** What a figure counts. */
    public enum Unit {
        /** Whole days, from 0. */
        DAYS("days", "a whole number from 0"),
        /** Whole characters, from 1. */
        CHARACTERS("characters", "a whole number from 1"),
        /** A share from 0 to 1: 0.20 is 20 %. */
        SHARE("rate", "a share between 0 and 1");

        private final String key;
        private final String range;

        Unit(String key, String range) {
            this.key = key;
            this.range = range;
        }

        /** The word used in {@code config/rules/audit.yaml}. */
        public String key() {
            return key;
        }

        String range() {
            return range;
        }

        boolean holds(BigDecimal value) {
            BigDecimal least = this == CHARACTERS ? BigDecimal.ONE : BigDecimal.ZERO;
            BigDecimal most = this == SHARE ? BigDecimal.ONE : BigDecimal.valueOf(Integer.MAX_VALUE);
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            return value.compareTo(least) >= 0 && value.compareTo(most) <= 0 && (whole || this == SHARE);
        }
    }
}
