package org.yibaoban.sandbox;

import java.util.Locale;
import org.yibaoban.fhir.mapping.ClaimResponseMapping;

/** Why the payer does not settle a claim, or does not take it back; code system payer-error. */
enum Refusal {
    MEMBER_UNKNOWN("参保人不存在", "The member is not known"),
    COVERAGE_DIFFERS("险种或待遇方案与参保登记不符", "Insurance or plan differ from the register"),
    VISIT_CLAIMED("该就诊已有有效申报", "The visit has an active claim"),
    TOTAL_DIFFERS("明细合计与总额不符", "The items do not add up to the total"),
    SPLIT_DIFFERS("申报分割金额与核定不符", "The declared split differs from the payer's"),
    PLAN_MISSING("出院日无有效待遇方案", "No plan is in force on the discharge date"),
    TERMS_MISSING("待遇方案无该类就诊的规定", "The plan has no terms for such a visit"),
    STAY_INVALID("出院时间早于入院时间", "Discharge lies before admission"),
    CLAIM_NOT_SETTLED("没有可撤销的结算", "There is no settled claim to take back"),
    CLAIM_REVERSED("该结算已撤销", "The claim is reversed already"),
    REVERSAL_TOO_OLD("该结算早于撤销功能，须由经办机构处理", "The claim is older than reversals here: the payer has to be asked"),
    PART_OUT_OF_ORDER("分段结算次序不符", "The part of the stay does not follow the one before"),
    CHARGE_SETTLED("费用已在前一部分结算", "A charge is settled in an earlier part"),
    LATER_PART_SETTLED("须先撤销其后的部分", "The part after it has to be taken back first"),
    FIXED_PRICE_DIFFERS("单病种定额与协议不符", "The fixed price is not the agreement's for the main diagnosis");

    private final String chinese;
    private final String english;

    Refusal(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    /** @param detail ids and figures that explain it; may be blank */
    ClaimResponseMapping.Reason because(String detail) {
        return new ClaimResponseMapping.Reason(
                code(), chinese + " / " + english + (detail.isBlank() ? "" : ": " + detail));
    }
}
