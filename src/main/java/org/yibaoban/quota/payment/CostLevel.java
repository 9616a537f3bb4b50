package org.yibaoban.quota.payment;

/** How what a case cost lies to the multiples of its group's reference; on a multiple it is ordinary. */
public enum CostLevel {
    LOW("低倍率", "low-cost"),
    ORDINARY("正常", "ordinary"),
    HIGH("高倍率", "high-cost");

    private final String chinese;
    private final String english;

    CostLevel(String chinese, String english) {
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
