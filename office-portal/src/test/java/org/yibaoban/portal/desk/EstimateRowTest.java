package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;

class EstimateRowTest {

    @Test
    void every_field_has_its_row_in_the_order_of_the_sheet() {
        assertThat(EstimateRow.of(Stays.discharged(Optional.empty())))
                .extracting(EstimateRow::field)
                .containsExactly(SettlementField.values());
    }

    @Test
    void only_amounts_that_are_both_there_can_differ() {
        Map<SettlementField, Money> answer =
                Map.of(SettlementField.TOTAL, Money.of("18000.00"), SettlementField.BASIC_FUND, Money.of("11839.99"));
        assertThat(EstimateRow.of(Stays.discharged(Optional.of(Stays.claim(ClaimState.DIFFERENCE, answer)))))
                .filteredOn(EstimateRow::differs)
                .extracting(EstimateRow::field)
                .containsExactly(SettlementField.BASIC_FUND);
    }

    @Test
    void an_amount_carries_its_own_explanation_only() {
        assertThat(EstimateRow.of(Stays.discharged(Optional.empty())))
                .filteredOn(EstimateRow::explained)
                .extracting(EstimateRow::field)
                .containsExactly(SettlementField.BASIC_FUND);
    }
}
