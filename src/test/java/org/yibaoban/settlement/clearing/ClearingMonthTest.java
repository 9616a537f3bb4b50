package org.yibaoban.settlement.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.Period;

/** What is owed, how old it is, and why a claim stands as it does. */
class ClearingMonthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Property
    void whatWasSettledIsPaidDeductedRetainedOrOwed(
            @ForAll @Size(5) List<@IntRange(min = -1_000_000, max = 100_000_000) Integer> fen) {
        List<Money> yuan = fen.stream().map(ClearingMonthTest::yuan).toList();
        ClearingMonth month = month(yuan.get(0), yuan.get(1), yuan.get(2), yuan.get(3), yuan.get(4));

        assertThat(month.paid().plus(month.deducted()).plus(month.retained()).plus(month.owed()))
                .isEqualTo(month.settled().plus(month.reversed()));
    }

    @Property
    void theBandsAddUpToAllThatIsOwed(@ForAll @Size(max = 40) List<@IntRange(min = -9999, max = 9999) Integer> fen) {
        List<ClearingMonth> months = IntStream.range(0, fen.size())
                .mapToObj(i -> new ClearingMonth(
                        YearMonth.from(TODAY).minusMonths(i / 2),
                        i % 2 == 0 ? "310" : "390",
                        yuan(fen.get(i)),
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO,
                        Money.ZERO))
                .toList();

        assertThat(Money.sum(ClearingMonth.owedByAge(months, TODAY).values()))
                .isEqualTo(yuan(fen.stream().mapToInt(Integer::intValue).sum()));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11, 2026-11-22, UP_TO_30",
        "2026-10, 2026-11-30, UP_TO_30",
        "2026-10, 2026-12-01, UP_TO_60",
        "2026-10, 2026-12-30, UP_TO_60",
        "2026-10, 2026-12-31, UP_TO_90",
        "2026-10, 2027-01-29, UP_TO_90",
        "2026-10, 2027-01-30, OLDER"
    })
    void itIsAsOldAsDaysHavePassedSinceTheMonthsEnd(YearMonth month, LocalDate today, Ageing age) {
        assertThat(Ageing.of(month, today)).isEqualTo(age);
    }

    @Test
    void aDeductionThatIsUndecidedIsOwed() {
        ClearingMonth month = new ClearingMonth(
                YearMonth.of(2026, 10),
                "310",
                Money.of("100"),
                Money.ZERO,
                Money.ZERO,
                Money.of("10"),
                Money.ZERO,
                Money.of("90"),
                Money.of("5"));

        assertThat(month.owed()).isEqualTo(Money.of("10"));
    }

    @ParameterizedTest
    @CsvSource({
        "100, 0, 0, 100, 0, EVEN",
        "100, 10, 0, 90, 0, EVEN",
        "0, 0, 0, 0, 0, EVEN",
        "100, 0, 0, 0, 100, UNPAID",
        "100, 0, 10, 0, 100, UNPAID",
        "100, 0, 10, 90, 10, DISPUTED",
        "100, 0, 10, 89, 11, SHORT",
        "100, 0, 0, 99, 1, SHORT",
        "100, 0, 0, 101, -1, OVER",
        "0, 0, 0, 100, -100, OVER",
        "-100, 0, 0, 0, -100, TAKE_BACK",
        "-100, 0, 0, -100, 0, EVEN"
    })
    void aClaimStandsForAReason(
            String settled, String deducted, String pending, String paid, String owed, ClaimStanding.Cause cause) {
        ClaimStanding claim =
                new ClaimStanding("C", "V", Money.of(settled), Money.of(deducted), Money.of(pending), Money.of(paid));

        assertThat(claim.owed()).isEqualTo(Money.of(owed));
        assertThat(claim.cause()).isEqualTo(cause);
    }

    @Test
    void anAdviceThatDoesNotAddUpIsNone() {
        ClearingLine line = new ClearingLine(ClearingLine.Kind.SETTLEMENT, "C", Money.of("100"), "");
        Period october = Period.month(YearMonth.of(2026, 10));

        assertThatThrownBy(() -> new PaymentAdvice("Q", october, TODAY, Money.of("100.01"), List.of(line)))
                .hasMessageContaining("lines 100.00, payment 100.01");
        assertThatThrownBy(() -> new PaymentAdvice("Q", october, TODAY, Money.ZERO, List.of()))
                .hasMessageContaining("no lines");
        assertThat(new PaymentAdvice("Q", october, TODAY, Money.of("100"), List.of(line)).lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SETTLEMENT, -1, x", "RETURNED, -1, x", "REVERSAL, 1, x", "DEDUCTION, 1, x", "DEDUCTION, -1, ''"})
    void aLineOfTheWrongSignOrWithoutItsReasonIsNone(ClearingLine.Kind kind, String amount, String reason) {
        assertThatThrownBy(() -> new ClearingLine(kind, "C-1", Money.of(amount), reason))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("C-1");
    }

    private static ClearingMonth month(Money settled, Money reversed, Money deducted, Money retained, Money paid) {
        return new ClearingMonth(
                YearMonth.of(2026, 10), "310", settled, reversed, deducted, Money.ZERO, retained, paid, Money.ZERO);
    }

    private static Money yuan(int fen) {
        return new Money(BigDecimal.valueOf(fen, 2));
    }
}
