package org.yibaoban.office.clearing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.PaymentPart;

/**
 * A bank transfer as the office enters it.
 *
 * @param number the bank's or the payer's
 * @param type clearing type (national clr_type); blank for all
 * @param amount in yuan; negative where the payer took money back
 * @param parts the months and insurances that it is for
 */
public record TransferEntry(
        String number, String type, LocalDate paidOn, Money amount, List<PaymentPart> parts, String words) {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_TYPE = 12;
    /** What the file holds, in yuan. */
    private static final Money LARGEST = Money.of("9999999999999.99");

    /** Why it cannot be entered, in words for the log and the user; blank when it can. */
    public String fault(LocalDate today) {
        if (number.isBlank() || number.length() > LONGEST_NUMBER || type.length() > LONGEST_TYPE) {
            return "number";
        }
        if (paidOn.isAfter(today)) {
            return "paidOn " + paidOn;
        }
        if (parts.isEmpty() || isTooLarge(amount)) {
            return "amount";
        }
        for (PaymentPart part : parts) {
            String fault = fault(part, today);
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        if (parts.stream()
                        .map(part -> part.month() + part.insurance())
                        .distinct()
                        .count()
                != parts.size()) {
            return "a month and insurance stand twice";
        }
        Money sum = Money.sum(parts.stream().map(PaymentPart::paid).toList());
        return sum.equals(amount) ? "" : "parts " + sum + ", payment " + amount;
    }

    private static String fault(PaymentPart part, LocalDate today) {
        if (part.month().isAfter(YearMonth.from(today)) || part.month().getYear() < 2000) {
            return "month " + part.month();
        }
        boolean known = Arrays.stream(InsuranceType.values())
                .anyMatch(type -> type.code().equals(part.insurance()));
        if (!known) {
            return "insurance " + part.insurance();
        }
        boolean nothing = part.paid().isZero() && part.retained().isZero();
        return nothing || isTooLarge(part.paid()) || isTooLarge(part.retained()) ? "amount of " + part.month() : "";
    }

    private static boolean isTooLarge(Money amount) {
        return amount.compareTo(LARGEST) > 0 || amount.negated().compareTo(LARGEST) > 0;
    }
}
