package org.yibaoban.benefit;

/**
 * A visit that cannot be settled: the plan has no terms for it, or a charge line is wrong. It names the plan and the
 * key, and holds no personal data.
 */
public class BenefitFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String planId;
    private final String key;
    private final String reason;

    /**
     * @param planId blank where only a single line was looked at
     * @param key what is missing or wrong, in the words of the case files, such as {@code visit.facility}
     */
    public BenefitFault(String planId, String key, String reason) {
        super((planId.isBlank() ? "" : "plan " + planId + ", ") + "key " + key + ": " + reason);
        this.planId = planId;
        this.key = key;
        this.reason = reason;
    }

    /** A fault of a charge line, before the plan is known. */
    static BenefitFault ofLine(String key, String reason) {
        return new BenefitFault("", key, reason);
    }

    /** The same fault with the plan and the line (from 1) that it was found in. */
    BenefitFault inLine(String plan, int number) {
        return new BenefitFault(plan, "lines[" + number + "]." + key, reason);
    }

    public String planId() {
        return planId;
    }

    public String key() {
        return key;
    }
}
