package org.yibaoban.office.deduction;

import java.time.LocalDate;
import org.yibaoban.money.Money;

/**
 * A line of the payer's notice as the office enters it.
 *
 * @param line the line's number within the notice; blank where it numbers none
 * @param visit the visit's number
 * @param department whose charges they are; blank for the visit's own
 * @param item blank for the whole stay
 * @param deadline the last day for an appeal, as the notice says
 */
public record DeductionEntry(
        String notice,
        String line,
        String visit,
        String department,
        String item,
        String rule,
        String reason,
        Money amount,
        LocalDate notified,
        LocalDate deadline) {

    private static final int LONGEST = 200;
    private static final int LONGEST_NOTICE = 60;
    private static final int LONGEST_LINE = 20;
    private static final int LONGEST_VISIT = 30;
    /** What the file holds, in yuan. */
    private static final Money LARGEST = Money.of("99999999999999.99");

    /** Whether nothing is missing, too long or impossible; a notice of tomorrow is. */
    public boolean isSound(LocalDate today) {
        return isWithin(visit, 1, LONGEST_VISIT)
                && isWithin(notice, 1, LONGEST_NOTICE)
                && isWithin(line, 0, LONGEST_LINE)
                && isWithin(item, 0, LONGEST)
                && isWithin(rule, 0, LONGEST)
                && amount.isPositive()
                && amount.compareTo(LARGEST) <= 0
                && !notified.isAfter(today)
                && !deadline.isBefore(notified);
    }

    private static boolean isWithin(String text, int least, int most) {
        return text.length() <= most && text.strip().length() >= least;
    }
}
