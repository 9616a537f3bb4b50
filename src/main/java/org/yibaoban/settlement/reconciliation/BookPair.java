package org.yibaoban.settlement.reconciliation;

/** Which other books our settlements are held against. */
public enum BookPair {
    /** The payer's account of the settlements (national 3201, 3202). */
    PAYER("医保", "Payer"),
    /** The charge ledger that the HIS feeds. */
    LEDGER("费用账", "Charge ledger"),
    /** The receipts of the cashier's desk. */
    CASHIER("收费处", "Cashier's receipts");

    private final String chinese;
    private final String english;

    BookPair(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /** Of the other books. */
    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
