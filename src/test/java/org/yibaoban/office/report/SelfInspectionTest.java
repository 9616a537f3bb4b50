package org.yibaoban.office.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.money.Money;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.store.AuditFindings.Group;

class SelfInspectionTest {

    /** The documents hold the self-paid share within 20 %; 20.0049 is shown as 20.00 and is above it. */
    @ParameterizedTest
    @CsvSource({"2000, 100, true", "2000.49, 100, false", "1999, 100, true", "0, 100, true"})
    void theSelfPaidShareIsComparedExactly(BigDecimal numerator, BigDecimal denominator, boolean within) {
        assertThat(SelfInspection.isWithin(new Figure(numerator, denominator))).isEqualTo(within);
    }

    @Test
    void aRuleIsMetWhenNothingOfItStandsHoweverMuchWasFoundAndMended() {
        List<Group> found =
                List.of(group(AuditRule.OVER_PRICE, 3, 0, "0.00"), group(AuditRule.IDENTITY, 1, 1, "120.50"));

        assertThat(InspectionRow.audited("收费", "prices", found, List.of(AuditRule.OVER_PRICE)))
                .returns(InspectionRow.Verdict.MET, InspectionRow::verdict)
                .returns("审核发现 found 3，未办结 open 0，涉及 at stake 0.00 元", InspectionRow::evidence);
        assertThat(InspectionRow.audited("全部", "all", found, List.of(AuditRule.OVER_PRICE, AuditRule.IDENTITY)))
                .returns(InspectionRow.Verdict.TO_MEND, InspectionRow::verdict)
                .returns("审核发现 found 4，未办结 open 1，涉及 at stake 120.50 元", InspectionRow::evidence);
    }

    private static Group group(AuditRule rule, long found, long standing, String atStake) {
        return new Group(rule.name(), found, Money.of("200.00"), standing, Money.of(atStake), found - standing, 0);
    }
}
