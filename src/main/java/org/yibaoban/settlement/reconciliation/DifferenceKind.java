package org.yibaoban.settlement.reconciliation;

/** In what our books and the payer's differ about one settlement or reversal. */
public enum DifferenceKind {
    ONLY_HERE("仅医院有", "Only here"),
    ONLY_THERE("仅医保有", "Only at the payer"),
    AMOUNTS("金额不符", "Amounts differ"),
    DOUBLED_HERE("医院重复", "Doubled here"),
    DOUBLED_THERE("医保重复", "Doubled at the payer"),
    REVERSED_HERE("仅医院撤销", "Reversed here only"),
    REVERSED_THERE("仅医保撤销", "Reversed at the payer only"),
    /** Both have it with the same amounts, one of them outside the period: it evens out with the neighbouring one. */
    OTHER_PERIOD("跨日记账", "Booked on another day");

    private final String chinese;
    private final String english;

    DifferenceKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** Whether somebody has to look at it. */
    public boolean needsAPerson() {
        return this != OTHER_PERIOD;
    }
}
