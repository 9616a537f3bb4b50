package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each test is a defect that a review of the benefit engine found. */
class ReviewedDefectsTest {

    @Test
    void whatLiesAboveTheCapIsExplainedByTheRateToo() {
        TestPlan plan = TestPlan.stay("100", "0.80", "5000");
        Settlement settlement = Settling.settle(
                plan,
                Settling.RESIDENT,
                Settling.year(Map.of("basic_fund", "4000")),
                Settling.STAY,
                Lines.a("3000.00"));
        Explanation overCap = settlement.explanation().stream()
                .filter(one -> one.field() == SettlementField.OVER_CAP)
                .findFirst()
                .orElseThrow();
        assertThat(overCap.amount()).hasToString("1650.00");
        assertThat(overCap.parameters())
                .extracting(Explanation.Parameter::key)
                .containsExactly(PlanKeys.BASIC_RATE, PlanKeys.BASIC_CAP);
    }
}
