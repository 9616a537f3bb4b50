package org.yibaoban.settlement.reconciliation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * What the hospital's own three books say of one claim, in yuan: its settlement, the charge ledger, the cashier's receipts.
 *
 * @param settled our line; the reversal's amounts are nothing, for nothing is due any more
 * @param standing how the claim stands now
 * @param charged what the ledger holds for it: as settled where nothing was charged or taken back since
 * @param moved the day of the ledger's last line where it is not as settled, else the line's day
 * @param receipts all that were ever written for its share
 */
public record ClaimBooks(BookLine settled, Standing standing, Money charged, LocalDate moved, List<Taken> receipts) {

    /** How a claim stands in our books. */
    public enum Standing {
        SETTLED,
        REVERSED,
        /** Never settled: whatever was taken for it should not have been. */
        NOT_SETTLED
    }

    /**
     * One receipt of the share, or the one that voids it with the other sign.
     *
     * @param account the part of it that came from the personal account
     * @param stands neither voided nor voiding another one
     */
    public record Taken(Money amount, Money account, LocalDate day, boolean stands) {}

    public ClaimBooks {
        receipts = List.copyOf(receipts);
    }

    /** What the patient bears (psn_part_amt). */
    public Money due() {
        return settled.amount(SettlementField.PERSONAL);
    }

    /** What was taken of it, voided receipts taken off. */
    public Money taken() {
        return Money.sum(receipts.stream().map(Taken::amount).toList());
    }

    public Money takenFromAccount() {
        return Money.sum(receipts.stream().map(Taken::account).toList());
    }

    /** What the patient still owes (欠费): no difference, for a share may be paid later and in parts. */
    public Money owed() {
        return due().minus(taken()).max(Money.ZERO);
    }

    /** Whether two receipts that stand are of this amount. */
    boolean isTakenTwice(Money amount) {
        Set<Money> seen = new HashSet<>();
        return receipts.stream()
                .filter(Taken::stands)
                .map(Taken::amount)
                .filter(one -> !seen.add(one))
                .anyMatch(amount::equals);
    }

    LocalDate lastReceipt() {
        return receipts.isEmpty()
                ? settled.day()
                : Collections.max(receipts.stream().map(Taken::day).toList());
    }
}
