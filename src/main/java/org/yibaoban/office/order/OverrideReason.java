package org.yibaoban.office.order;

import java.util.Arrays;
import java.util.Optional;

/** Why a doctor goes on in spite of a card; offered on the cards, and counted by the office. */
public enum OverrideReason {
    CONSENT_SIGNED("consent-signed", "患者已签知情同意书", "The patient has consented"),
    CLINICAL_NEED("clinical-need", "病情需要，无合适替代", "Clinically needed, no alternative fits"),
    EMERGENCY("emergency", "急诊抢救", "Emergency"),
    RESTRICTION_MET("restriction-met", "符合限定支付条件，病历有依据", "The restriction is met, the record shows it"),
    ALREADY_KNOWN("already-known", "已知晓", "Known already"),
    CARD_WRONG("card-wrong", "提示有误", "The card is wrong");

    private final String code;
    private final String chinese;
    private final String english;

    OverrideReason(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /** Nothing for a code of the HIS's own. */
    public static Optional<OverrideReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
