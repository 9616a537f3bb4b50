package org.yibaoban.settlement.reconciliation;

/** What became of a difference. */
public enum DifferenceState {
    OPEN("待处理", "Open"),
    /** When the payer was asked again, it was gone. */
    GONE("已消除", "Gone"),
    /** The payer's books hold. */
    ACCEPTED("以医保为准", "The payer's answer is accepted"),
    /** It has a reason and needs nothing more. */
    EXPLAINED("已说明", "Explained");

    private final String chinese;
    private final String english;

    DifferenceState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
