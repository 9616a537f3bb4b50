package org.yibaoban.settlement.clearing;

import org.yibaoban.money.Money;

/**
 * Where a claim stands in the month in which it was settled or taken back, in yuan.
 *
 * @param claim the claim's identifier
 * @param visit the visit's number
 * @param settled what the funds were to pay, less what was taken back in that month
 * @param paid what payments with lines brought for it in that month
 */
public record ClaimStanding(String claim, String visit, Money settled, Money deducted, Money pending, Money paid) {

    /** Why it stands as it does. */
    public enum Cause {
        EVEN("已付清", "Paid"),
        UNPAID("未拨付", "Not paid yet"),
        /** Just as much is missing as undecided deductions come to. */
        DISPUTED("扣款未决", "Deduction undecided"),
        SHORT("少付", "Paid too little"),
        OVER("多付", "Paid too much"),
        /** The reversal joins the payer's next clearing. */
        TAKE_BACK("撤销待扣回", "Reversal, to be taken back");

        private final String chinese;
        private final String english;

        Cause(String chinese, String english) {
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

    public Money owed() {
        return settled.minus(deducted).minus(paid);
    }

    public Cause cause() {
        if (owed().isZero()) {
            return Cause.EVEN;
        }
        if (owed().isNegative()) {
            return settled.isNegative() ? Cause.TAKE_BACK : Cause.OVER;
        }
        if (paid.isZero()) {
            return Cause.UNPAID;
        }
        return owed().equals(pending) ? Cause.DISPUTED : Cause.SHORT;
    }
}
