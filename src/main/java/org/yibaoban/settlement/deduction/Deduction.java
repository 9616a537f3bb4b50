package org.yibaoban.settlement.deduction;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.yibaoban.money.Money;

/**
 * What the payer deducts from one claim for one reason (违规扣款, 拒付).
 *
 * @param notice the payer's number of its notice
 * @param line the line's number within the notice; blank where it numbers none
 * @param claim the claim's identifier
 * @param department whose charges they are; its code
 * @param item the line that is deducted, as the payer names it; blank for the whole stay
 * @param rule the payer's rule; may be blank
 * @param amount in yuan, above 0
 * @param deadline the last day for an appeal, as the notice says
 * @param returned what the payer gives back after the appeal
 */
public record Deduction(
        long id,
        String notice,
        String line,
        String claim,
        String visit,
        String department,
        String item,
        String rule,
        String reason,
        Money amount,
        LocalDate notified,
        LocalDate deadline,
        DeductionState state,
        Money returned) {

    /** What is lost: nothing yet while it is not decided. */
    public Money lost() {
        return state.isOpen() ? Money.ZERO : amount.minus(returned);
    }

    /** What may still be lost. */
    public Money pending() {
        return state.isOpen() ? amount : Money.ZERO;
    }

    /** Days that are left for an appeal; 0 on the last one, negative after it. */
    public long daysLeft(LocalDate today) {
        return today.until(deadline, ChronoUnit.DAYS);
    }

    /** Whether an appeal is still possible. */
    public boolean mayBeAppealed(LocalDate today) {
        return state == DeductionState.NOTIFIED && !today.isAfter(deadline);
    }
}
