package org.yibaoban.settlement.reconciliation;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * A settlement, or the reversal of one, in somebody's books. A reversed settlement has both lines.
 *
 * @param claim the claim's identifier, which both sides know
 * @param reference the payer's number of it (setl_id), where it is known
 * @param day when it was booked there, in the hospital's time zone
 * @param amounts in yuan; a reversal's are the negation of what it takes back
 */
public record BookLine(
        String claim, Kind kind, Optional<String> reference, LocalDate day, Map<SettlementField, Money> amounts) {

    /** What funds pay; they add up to the national fund_pay_sumamt (identity I2 of the facts). */
    public static final List<SettlementField> FUNDS = List.of(
            SettlementField.BASIC_FUND,
            SettlementField.LARGE_AMOUNT,
            SettlementField.SERIOUS_ILLNESS,
            SettlementField.SUPPLEMENT,
            SettlementField.ASSISTANCE,
            SettlementField.BACKSTOP);

    /** refd_setl_flag. */
    public enum Kind {
        SETTLEMENT("结算", "Settlement"),
        REVERSAL("撤销", "Reversal");

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
    }

    public BookLine {
        amounts = Map.copyOf(amounts);
    }

    /** Nothing where the field is not told. */
    public Money amount(SettlementField field) {
        return amounts.getOrDefault(field, Money.ZERO);
    }

    /** What the funds pay for it together (fund_pay_sumamt). */
    public Money fund() {
        return FUNDS.stream().map(this::amount).reduce(Money.ZERO, Money::plus);
    }

    /** Field by field with the other sign. */
    public static Map<SettlementField, Money> negated(Map<SettlementField, Money> amounts) {
        Map<SettlementField, Money> negated = new EnumMap<>(SettlementField.class);
        amounts.forEach((field, amount) -> negated.put(field, amount.negated()));
        return negated;
    }
}
