package org.yibaoban.office.cashier;

import java.time.Instant;
import java.util.List;

/** What reconciliation reads of the cashiers' receipts. */
public interface TakenMoney {

    /**
     * All receipts given out from a moment on and before another, voided ones and those that void them included, the
     * oldest first. A share's receipts name the claim; their amounts add up to what was taken of it, the part that the
     * payer took from the personal account among them.
     */
    List<TakenReceipt> between(Instant from, Instant until);

    /** All receipts of one visit, as above. */
    List<TakenReceipt> ofVisit(String visit);
}
