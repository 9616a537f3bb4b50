package org.yibaoban.settlement.reconciliation;

/** In what our settlements and other books differ about one settlement or reversal. */
public enum DifferenceKind {
    ONLY_HERE(BookPair.PAYER, "仅医院有", "Only here"),
    ONLY_THERE(BookPair.PAYER, "仅医保有", "Only at the payer"),
    AMOUNTS(BookPair.PAYER, "金额不符", "Amounts differ"),
    DOUBLED_HERE(BookPair.PAYER, "医院重复", "Doubled here"),
    DOUBLED_THERE(BookPair.PAYER, "医保重复", "Doubled at the payer"),
    REVERSED_HERE(BookPair.PAYER, "仅医院撤销", "Reversed here only"),
    REVERSED_THERE(BookPair.PAYER, "仅医保撤销", "Reversed at the payer only"),
    /** Both have it with the same amounts, one of them outside the period: it evens out with the neighbouring one. */
    OTHER_PERIOD(BookPair.PAYER, "跨日记账", "Booked on another day"),

    /** A charge came after the claim was made. */
    LEDGER_MORE(BookPair.LEDGER, "结算后补费", "Charged after the settlement"),
    /** A charge was taken back after the claim was made. */
    LEDGER_LESS(BookPair.LEDGER, "结算后退费", "Charge taken back after the settlement"),
    /** All charges were taken back, and the settlement stands. */
    LEDGER_REVERSED(BookPair.LEDGER, "费用全退未撤销", "All charges taken back, not the settlement"),

    /** Money was taken for a claim that is not settled. */
    RECEIPT_ONLY(BookPair.CASHIER, "仅收费处有", "Only at the cashier's"),
    /** The personal account's part of the receipts is not what the payer took. */
    RECEIPT_ACCOUNT(BookPair.CASHIER, "个人账户不符", "Account part differs"),
    RECEIPT_MORE(BookPair.CASHIER, "收费处多收", "More taken than due"),
    /** As the last, by just the amount of a receipt that stands twice. */
    RECEIPT_DOUBLED(BookPair.CASHIER, "收费处重复", "Taken twice"),
    /** The settlement is reversed, and its receipts are not voided. */
    RECEIPT_LEFT(BookPair.CASHIER, "撤销后未退款", "Reversed, money not returned");

    private final BookPair books;
    private final String chinese;
    private final String english;

    DifferenceKind(BookPair books, String chinese, String english) {
        this.books = books;
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The books that differ from our settlements. */
    public BookPair books() {
        return books;
    }

    /** Whether somebody has to look at it. */
    public boolean needsAPerson() {
        return this != OTHER_PERIOD;
    }
}
