package org.yibaoban.benefit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields of a settlement (spec/settlement.md), in the order of a settlement sheet. All are amounts in yuan. */
public enum SettlementField {
    TOTAL("medfee_sumamt", "医疗费总额", "Total charges"),
    FULL_SELF_PAY("fulamt_ownpay_amt", "全自费金额", "Outside the catalogue"),
    OVER_LIMIT("overlmt_selfpay", "超限价自费", "Above the price limit"),
    PRE_SELF_PAY("preselfpay_amt", "先行自付", "First self-paid share"),
    IN_SCOPE("inscp_scp_amt", "符合政策范围金额", "In scope"),
    DEDUCTIBLE("act_pay_dedc", "起付线", "Deductible"),
    BASIC_FUND("hifp_pay", "基本医保统筹基金", "Basic fund"),
    OVER_CAP("over_cap", "超封顶线金额", "Above the yearly cap"),
    LARGE_AMOUNT("hifob_pay", "职工大额补助", "Large-amount supplement"),
    SERIOUS_ILLNESS("hifmi_pay", "大病保险", "Serious-illness insurance"),
    SUPPLEMENT("oth_pay_supplement", "补充保险", "Supplementary insurance"),
    ASSISTANCE("maf_pay", "医疗救助", "Medical assistance"),
    HOSPITAL_WAIVER("hosp_part_waiver", "医院减免", "Waived by the hospital"),
    BACKSTOP("oth_pay_backstop", "政府兜底", "Government backstop"),
    HOSPITAL_LIABILITY("hosp_part_liability", "医院承担", "Borne by the hospital"),
    PERSONAL("psn_part_amt", "个人负担", "Borne by the patient"),
    ACCOUNT("acct_pay", "个人账户支付", "Paid from the personal account"),
    CASH("psn_cash_pay", "个人现金支付", "Paid in cash");

    /** All of them, in their order. */
    public static final List<SettlementField> ALL = List.of(values());

    /** What adds up to the total with {@link #PERSONAL} (spec/settlement.md, section 3). */
    public static final List<SettlementField> LAYERS = List.of(
            BASIC_FUND,
            LARGE_AMOUNT,
            SERIOUS_ILLNESS,
            SUPPLEMENT,
            ASSISTANCE,
            HOSPITAL_WAIVER,
            BACKSTOP,
            HOSPITAL_LIABILITY);

    private final String nationalName;
    private final String chinese;
    private final String english;

    SettlementField(String nationalName, String chinese, String english) {
        this.nationalName = nationalName;
        this.chinese = chinese;
        this.english = english;
    }

    /** Field name of the national interface; where it has one field for several layers, with our suffix. */
    public String nationalName() {
        return nationalName;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in case files, such as {@code basic_fund}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SettlementField> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key().equals(key)).findFirst();
    }
}
