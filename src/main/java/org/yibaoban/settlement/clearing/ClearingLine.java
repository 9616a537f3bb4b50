package org.yibaoban.settlement.clearing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * What a payment holds about one claim.
 *
 * @param claim the claim's identifier
 * @param amount in yuan; negative for a reversal and a deduction
 * @param reason why something is deducted; blank otherwise
 */
public record ClearingLine(Kind kind, String claim, Money amount, String reason) {

    /** The codes of {@code clearing-line}. */
    public enum Kind {
        SETTLEMENT("结算", "Settlement"),
        REVERSAL("撤销", "Reversal"),
        DEDUCTION("扣款", "Deduction"),
        RETURNED("返还", "Returned");

        private final String chinese;
        private final String english;

        Kind(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }

        /** The word in messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofKey(String key) {
            return Arrays.stream(values())
                    .filter(kind -> kind.key().equals(key))
                    .findFirst();
        }

        /** Whether an amount has the sign that this kind has; nothing fits both. */
        boolean fits(Money amount) {
            return this == SETTLEMENT || this == RETURNED ? !amount.isNegative() : !amount.isPositive();
        }
    }

    /** @throws IllegalArgumentException for a sign that does not fit, or a deduction without a reason */
    public ClearingLine {
        if (!kind.fits(amount)) {
            throw new IllegalArgumentException(claim + ": " + kind.key() + " " + amount);
        }
        if (kind == Kind.DEDUCTION && reason.isBlank()) {
            throw new IllegalArgumentException(claim + ": a deduction without a reason");
        }
    }
}
