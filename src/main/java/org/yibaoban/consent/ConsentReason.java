package org.yibaoban.consent;

import java.util.Arrays;
import java.util.Optional;

/** Why an item needs the patient's consent before it is used (facts/domain.md, section 6). */
public enum ConsentReason {
    /** 丙类: all of it is the patient's. */
    SELF_PAID("self-paid", "目录外全自费", "Outside the catalogue, all self-paid"),
    /** What lies above the limit is the patient's. */
    OVER_LIMIT("over-limit", "超出医保限价", "Over the price limit"),
    /** The fund pays only where the printed condition is met, which has to be confirmed first. */
    RESTRICTED("restricted", "限制支付条件待核实", "Payment restriction to be confirmed"),
    /** 乙类 with a share that the patient pays first at or above the threshold of its kind. */
    FIRST_SHARE("first-share", "先行自付比例较高", "High first self-pay share");

    private final String key;
    private final String chinese;
    private final String english;

    ConsentReason(String key, String chinese, String english) {
        this.key = key;
        this.chinese = chinese;
        this.english = english;
    }

    /** The word of {@code config/rules/consent.yaml}. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public static Optional<ConsentReason> ofKey(String key) {
        return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
    }
}
