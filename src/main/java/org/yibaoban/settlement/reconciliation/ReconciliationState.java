package org.yibaoban.settlement.reconciliation;

/** How the reconciliation of a day or month stands. */
public enum ReconciliationState {
    /** The payer did not answer yet. */
    WAITING("待对账", "Waits for the payer"),
    /** Nothing that a person must look at (stmt_rslt 0). */
    EVEN("平", "Even"),
    /** Differences are found (stmt_rslt 1). */
    UNEVEN("不平", "Not even"),
    /** All differences are dealt with, and somebody presents it for closing. */
    PRESENTED("待复核", "Waits for a second person"),
    /** Closed by a second person. */
    CLOSED("已办结", "Closed");

    private final String chinese;
    private final String english;

    ReconciliationState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether the payer may still be asked and differences dealt with. */
    public boolean isOpen() {
        return this == WAITING || this == EVEN || this == UNEVEN;
    }
}
