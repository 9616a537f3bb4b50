package org.yibaoban.office.cashier;

import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.StayAccount;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.VisitSummary;
import org.yibaoban.settlement.ClaimState;

/**
 * A stay as the cashier sees it.
 *
 * @param amounts what the settled claim says; empty before it is settled
 * @param note why the fund does not pay, or why the claim is where it is; may be blank
 */
public record StayMoney(
        VisitSummary visit,
        Optional<ClaimState> claim,
        String note,
        Map<SettlementField, Money> amounts,
        StayAccount account) {

    /** Tells a later look from an earlier one: receipts are only ever added. */
    public int seen() {
        return account.receipts().size();
    }
}
