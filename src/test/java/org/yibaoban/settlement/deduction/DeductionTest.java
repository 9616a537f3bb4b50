package org.yibaoban.settlement.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;

class DeductionTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 11, 20);

    @ParameterizedTest
    @CsvSource({"0.00, UPHELD", "0.01, PARTLY", "99.99, PARTLY", "100.00, WITHDRAWN"})
    void whatThePayerGivesBackSaysHowItEnds(String returned, DeductionState state) {
        assertThat(DeductionState.answered(Money.of("100.00"), Money.of(returned)))
                .isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"-0.01", "100.01"})
    void itGivesBackNoMoreAndNoLess(String returned) {
        assertThatThrownBy(() -> DeductionState.answered(Money.of("100.00"), Money.of(returned)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAppealIsPossibleOnTheLastDayAndNotAfter() {
        Deduction deduction = deduction("0304", "100.00", DeductionState.NOTIFIED, "0.00");

        assertThat(deduction.mayBeAppealed(DEADLINE)).isTrue();
        assertThat(deduction.daysLeft(DEADLINE)).isZero();
        assertThat(deduction.mayBeAppealed(DEADLINE.plusDays(1))).isFalse();
        assertThat(deduction("0304", "100.00", DeductionState.APPEALED, "0.00").mayBeAppealed(DEADLINE))
                .isFalse();
    }

    @Test
    void departmentsAreChargedWithWhatIsLostAndWarnedOfWhatIsPending() {
        List<DepartmentCost> costs = DepartmentCost.of(List.of(
                deduction("0304", "100.00", DeductionState.PARTLY, "40.00"),
                deduction("0304", "50.00", DeductionState.APPEALED, "0.00"),
                deduction("0201", "300.00", DeductionState.CONCEDED, "0.00"),
                deduction("0201", "10.00", DeductionState.WITHDRAWN, "10.00")));

        assertThat(costs)
                .containsExactly(
                        new DepartmentCost(
                                "0201", 2, Money.of("310.00"), Money.of("10.00"), Money.of("300.00"), Money.of("0.00")),
                        new DepartmentCost(
                                "0304",
                                2,
                                Money.of("150.00"),
                                Money.of("40.00"),
                                Money.of("60.00"),
                                Money.of("50.00")));
    }

    @Test
    void whatIsDecidedStays() {
        for (DeductionState state : DeductionState.values()) {
            assertThat(DeductionState.WITHDRAWN.leadsTo(state)).isFalse();
            assertThat(DeductionState.NOTIFIED.leadsTo(state))
                    .isEqualTo(state == DeductionState.CONCEDED || state == DeductionState.APPEALED);
        }
    }

    private static Deduction deduction(String department, String amount, DeductionState state, String returned) {
        return new Deduction(
                1,
                "K202611-01",
                "1",
                "C1",
                "V1",
                department,
                "",
                "",
                "重复收费",
                Money.of(amount),
                DEADLINE.minusDays(10),
                DEADLINE,
                state,
                Money.of(returned));
    }
}
