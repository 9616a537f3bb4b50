package org.yibaoban.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

class AnswerCheckTest {

    @Test
    void an_answer_that_holds_and_equals_the_estimate_has_no_finding() {
        assertThat(AnswerCheck.findings(amounts(), amounts())).isEmpty();
    }

    @Test
    void a_missing_field_is_named_and_nothing_else_is_judged() {
        Map<SettlementField, Money> answer = amounts();
        answer.remove(SettlementField.BASIC_FUND);
        assertThat(AnswerCheck.findings(amounts(), answer))
                .hasSize(1)
                .first()
                .asString()
                .contains("basic_fund");
    }

    @Test
    void layers_that_do_not_add_up_are_found_even_when_the_estimate_says_the_same() {
        Map<SettlementField, Money> wrong = amounts();
        wrong.put(SettlementField.BASIC_FUND, Money.of("70.01"));
        assertThat(AnswerCheck.findings(wrong, wrong))
                .singleElement()
                .asString()
                .contains("layers and patient's share add up to 100.01, not 100.00");
    }

    @Test
    void account_and_cash_must_add_up_to_the_patients_share() {
        Map<SettlementField, Money> wrong = amounts();
        wrong.put(SettlementField.CASH, Money.of("19.99"));
        assertThat(AnswerCheck.findings(wrong, wrong))
                .singleElement()
                .asString()
                .contains("account and cash");
    }

    @Test
    void the_four_parts_must_add_up_to_the_total() {
        Map<SettlementField, Money> wrong = amounts();
        wrong.put(SettlementField.IN_SCOPE, Money.of("89.99"));
        assertThat(AnswerCheck.findings(wrong, wrong))
                .singleElement()
                .asString()
                .contains("the four parts");
    }

    @Test
    void a_fen_between_estimate_and_answer_is_shown_with_both() {
        Map<SettlementField, Money> answer = amounts();
        answer.put(SettlementField.BASIC_FUND, Money.of("69.99"));
        answer.put(SettlementField.PERSONAL, Money.of("30.01"));
        answer.put(SettlementField.CASH, Money.of("20.01"));
        List<String> findings = AnswerCheck.findings(amounts(), answer);
        assertThat(findings).hasSize(3);
        assertThat(findings.get(0)).contains("预估 70.00，医保返回 69.99").contains("estimate 70.00, payer 69.99");
    }

    private static Map<SettlementField, Money> amounts() {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        for (SettlementField field : SettlementField.values()) {
            amounts.put(field, Money.ZERO);
        }
        amounts.put(SettlementField.TOTAL, Money.of("100.00"));
        amounts.put(SettlementField.FULL_SELF_PAY, Money.of("10.00"));
        amounts.put(SettlementField.IN_SCOPE, Money.of("90.00"));
        amounts.put(SettlementField.BASIC_FUND, Money.of("70.00"));
        amounts.put(SettlementField.PERSONAL, Money.of("30.00"));
        amounts.put(SettlementField.ACCOUNT, Money.of("10.00"));
        amounts.put(SettlementField.CASH, Money.of("20.00"));
        return amounts;
    }
}
