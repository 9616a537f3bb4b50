package org.yibaoban.settlement.clearing;

/** Life of a payment: one person enters it, another one confirms that the money is in. */
public enum PaymentState {
    ENTERED("待确认", "To be confirmed"),
    CONFIRMED("已到账", "Received"),
    REJECTED("已作废", "Rejected");

    private final String chinese;
    private final String english;

    PaymentState(String chinese, String english) {
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
