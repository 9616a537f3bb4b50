package org.yibaoban.quota.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is counted or added up, and from whose sums every indicator is derived (spec/quotas.md, "Indicators"). All but the
 * distinct persons add up over days and over the parts of a whole.
 */
public enum Measure {
    /** Net charges by day of service, in yuan; a charge belongs to the ordering department. */
    CHARGES("费用", "Charges", true),
    /** Class C charges, in yuan. */
    SELF_PAID("自费费用", "Class C charges", true),
    /** Drug and herb charges, in yuan. */
    DRUGS("药品费用", "Drug and herb charges", true),
    /** In yuan. */
    CONSUMABLES("耗材费用", "Consumables", true),
    /** Charges of items marked as large equipment, in yuan. */
    LARGE_EQUIPMENT("大型设备检查费用", "Large-equipment charges", true),
    /** Charges of outpatient visits, in yuan. */
    OUTPATIENT_CHARGES("门诊费用", "Outpatient charges", true),
    /** Ledger lines, reversals too. */
    LINES("明细行数", "Ledger lines", false),
    /** By day of visit. */
    OUTPATIENT_VISITS("门诊人次", "Outpatient visits", false),
    /** Different patients of the outpatient visits; a period has its own count, not the sum of its days'. */
    OUTPATIENT_PERSONS("门诊人数", "Outpatient persons", false),
    /** By day of admission. */
    ADMISSIONS("入院人次", "Admissions", false),
    /** By day of discharge, as all below. */
    STAYS("出院人次", "Stays discharged", false),
    /** Charges of those stays, in yuan. */
    STAY_CHARGES("出院患者费用", "Charges of discharged stays", true),
    /** Bed days of those stays: discharge date - admission date, at least 1. */
    BED_DAYS("住院床日", "Bed days", false),
    /** Those that began 0 to 14 days after an earlier discharge of the same patient. */
    READMISSIONS("14日内再住院人次", "Readmissions within 14 days", false),
    /** Those whose charges exceed the plan's yearly cap. */
    LARGE_COST_STAYS("大额人次", "Large-cost stays", false),
    /** Settled ones, but for those wholly below the deductible. */
    SETTLED_STAYS("已结算人次", "Settled stays", false),
    /** Settled ones wholly below the deductible, which the per-stay quota does not count. */
    BELOW_DEDUCTIBLE_STAYS("未达起付线人次", "Stays below the deductible", false),
    /** Charges of all settled stays, in yuan. */
    SETTLED_CHARGES("已结算费用", "Charges of settled stays", true),
    /** Of these, charges of stays wholly below the deductible, in yuan. */
    BELOW_DEDUCTIBLE_CHARGES("未达起付线费用", "Charges below the deductible", true),
    /** What patients bore of settled stays, in yuan. */
    PATIENT_BORNE("个人负担", "Borne by patients", true),
    /** What the funds were charged for settled visits, outpatient ones too, in yuan. */
    FUND_CHARGES("统筹基金发生", "Fund charges", true),
    /** What the payer paid for a period, in yuan. */
    FUND_RECEIVED("统筹基金拨付", "Fund received", true),
    /** Stays that are paid by case group. */
    GROUPED_STAYS("入组人次", "Grouped stays", false),
    /** Of these, those whose group has a reference cost. */
    COST_RATED_STAYS("有参考费用人次", "Stays with a reference cost", false),
    /** Those whose group has a reference of days. */
    TIME_RATED_STAYS("有参考住院日人次", "Stays with a reference of days", false),
    /** Sum of cost / the group's reference cost, six places. */
    COST_RATIOS("费用消耗比合计", "Sum of cost ratios", false),
    /** Sum of days / the group's reference days, six places. */
    TIME_RATIOS("时间消耗比合计", "Sum of time ratios", false),
    /** Sum of the groups' weights. */
    WEIGHTS("权重合计", "Sum of weights", false);

    private final String chinese;
    private final String english;
    private final boolean money;

    Measure(String chinese, String english, boolean money) {
        this.chinese = chinese;
        this.english = english;
        this.money = money;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether it is in yuan. */
    public boolean isMoney() {
        return money;
    }

    /** The word in case files and the name of its column. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> ofKey(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }
}
