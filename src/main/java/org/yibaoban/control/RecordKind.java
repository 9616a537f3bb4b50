package org.yibaoban.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the office keeps for a time of its own. */
public enum RecordKind {
    /** A stay with its ledger, orders, findings, consents and claims; counts from the patient's last discharge. */
    INPATIENT_STAY("住院就诊"),
    /** The same of an outpatient visit; counts from the patient's last visit. */
    OUTPATIENT_VISIT("门诊就诊"),
    /** What a HIS sent, byte for byte. */
    RAW_MESSAGE("原始报文"),
    /** What was said to the payer and what it answered, byte for byte. */
    PAYER_EXCHANGE("医保交互报文"),
    /** A comparison of a time's settlements with the payer. */
    RECONCILIATION("对账"),
    /** What the cashier took or gave. */
    RECEIPT("收据"),
    /** Who read and who did what. */
    TRAIL("操作留痕"),
    /** A report as it was made. */
    REPORT("报表");

    private final String chinese;

    RecordKind(String chinese) {
        this.chinese = chinese;
    }

    /** As it is written in the configuration. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String chinese() {
        return chinese;
    }

    public static Optional<RecordKind> ofKey(String key) {
        return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
    }
}
