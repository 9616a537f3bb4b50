package org.yibaoban.settlement.reconciliation;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * How the reconciliation of a day or month stands.
 *
 * @param askedAt when the payer answered last; empty before the first time
 * @param askedBy who asked; blank for the daily job
 * @param error why the payer did not answer the last time; blank when it did
 * @param byLine whether the lines were compared, or the sums alone, which were the same
 * @param here our sums, as they stood then
 * @param there the payer's
 * @param own the sums of the hospital's own books
 * @param differences that need a person and are not gone
 * @param open those of them that nobody has dealt with yet
 * @param presentedBy who says that all is dealt with
 * @param closedBy another person, who agrees
 */
public record PeriodStanding(
        long id,
        String payer,
        Period period,
        ReconciliationState state,
        Optional<Instant> askedAt,
        String askedBy,
        String error,
        boolean byLine,
        BookTotals here,
        BookTotals there,
        OwnTotals own,
        int differences,
        int open,
        Optional<String> presentedBy,
        Optional<Instant> presentedAt,
        Optional<String> closedBy,
        Optional<Instant> closedAt) {

    /** By how much the funds' part is higher here than there, in yuan. */
    public Money gap() {
        return here.fund().minus(there.fund());
    }

    /** Whether somebody may say that all is dealt with. */
    public boolean mayBePresented() {
        return state == ReconciliationState.UNEVEN && open == 0;
    }
}
