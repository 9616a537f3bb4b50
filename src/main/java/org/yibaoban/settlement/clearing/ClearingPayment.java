package org.yibaoban.settlement.clearing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A payment on file.
 *
 * @param number the payer's number of the clearing, or the bank's of the transfer
 * @param type clearing type (national clr_type); blank for all
 * @param amount in yuan
 * @param retained of all parts together, in yuan
 * @param lines how many claims' lines it has; none where it was entered by hand
 * @param words what whoever entered it remarked
 * @param why why it was rejected; blank otherwise
 */
public record ClearingPayment(
        long id,
        String number,
        Source source,
        String type,
        LocalDate paidOn,
        Money amount,
        Money retained,
        int lines,
        String words,
        PaymentState state,
        String enteredBy,
        Instant enteredAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        String why) {

    /** How it came. */
    public enum Source {
        PAYER("医保接口", "Payer's interface"),
        FILE("文件", "File"),
        HAND("人工登记", "By hand");

        private final String chinese;
        private final String english;

        Source(String chinese, String english) {
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

    /** One that waits for the second person and has no id yet. */
    public static ClearingPayment entered(
            String number,
            Source source,
            String type,
            LocalDate paidOn,
            Money amount,
            String words,
            String by,
            Instant at) {
        return new ClearingPayment(
                0,
                number,
                source,
                type,
                paidOn,
                amount,
                Money.ZERO,
                0,
                words,
                PaymentState.ENTERED,
                by,
                at,
                Optional.empty(),
                Optional.empty(),
                "");
    }
}
