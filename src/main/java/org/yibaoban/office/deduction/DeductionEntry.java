package org.yibaoban.office.deduction;

import java.time.LocalDate;
import org.yibaoban.money.Money;

/**
 * A line of the payer's notice as the office enters it.
 *
 * @param visit the visit's number
 * @param department whose charges they are; blank for the visit's own
 * @param item blank for the whole stay
 * @param deadline the last day for an appeal, as the notice says
 */
public record DeductionEntry(
        String notice,
        String visit,
        String department,
        String item,
        String rule,
        String reason,
        Money amount,
        LocalDate notified,
        LocalDate deadline) {}
