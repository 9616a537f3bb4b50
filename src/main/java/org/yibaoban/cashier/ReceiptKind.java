package org.yibaoban.cashier;

/** What a receipt is for. Each kind is a series with running numbers of its own. */
public enum ReceiptKind {
    /** Paid in advance (预交金). */
    DEPOSIT("YJ", "预交金收据", "Deposit"),
    /** The patient's share of a settlement. */
    PAYMENT("SK", "个人负担收据", "Patient's share"),
    /** The rest of the deposit, given back: its amounts are negative. */
    REFUND("TK", "退预交金凭证", "Deposit refunded");

    private final String series;
    private final String chinese;
    private final String english;

    ReceiptKind(String series, String chinese, String english) {
        this.series = series;
        this.chinese = chinese;
        this.english = english;
    }

    /** The letters before the number. */
    public String series() {
        return series;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
