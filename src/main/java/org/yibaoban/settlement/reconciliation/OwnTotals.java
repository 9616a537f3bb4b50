package org.yibaoban.settlement.reconciliation;

import java.util.List;
import java.util.function.Function;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Standing;

/**
 * The sums of the hospital's three books for a period's settlements that stand, in yuan.
 *
 * @param claims settlements of the period that stand
 * @param charged what the charge ledger holds for them
 * @param settled medfee_sumamt of them
 * @param account acct_pay of them
 * @param cash psn_cash_pay of them
 * @param takenAccount what the receipts say of the account, those of reversed and of never settled claims, too
 * @param takenOther what was taken otherwise: cash, cards, mobile payment, deposit set off
 * @param owing claims whose share is not paid in full
 * @param owed what of it is still to be paid
 */
public record OwnTotals(
        int claims,
        Money charged,
        Money settled,
        Money account,
        Money cash,
        Money takenAccount,
        Money takenOther,
        int owing,
        Money owed) {

    public static OwnTotals of(List<ClaimBooks> claims) {
        List<ClaimBooks> standing = claims.stream()
                .filter(one -> one.standing() == Standing.SETTLED)
                .toList();
        Money account = sum(claims, ClaimBooks::takenFromAccount);
        List<Money> owed = standing.stream()
                .map(ClaimBooks::owed)
                .filter(one -> !one.isZero())
                .toList();
        return new OwnTotals(
                standing.size(),
                sum(standing, ClaimBooks::charged),
                sum(standing, one -> one.settled().amount(SettlementField.TOTAL)),
                sum(standing, one -> one.settled().amount(SettlementField.ACCOUNT)),
                sum(standing, one -> one.settled().amount(SettlementField.CASH)),
                account,
                sum(claims, ClaimBooks::taken).minus(account),
                owed.size(),
                Money.sum(owed));
    }

    /** By how much more was settled than charged. */
    public Money chargeGap() {
        return settled.minus(charged);
    }

    /** By how much more is due than was taken or is owed. */
    public Money shareGap() {
        return account.plus(cash).minus(takenAccount).minus(takenOther).minus(owed);
    }

    private static Money sum(List<ClaimBooks> claims, Function<ClaimBooks, Money> amount) {
        return Money.sum(claims.stream().map(amount).toList());
    }
}
