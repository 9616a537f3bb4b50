package org.yibaoban.settlement.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Pair;

class DifferenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void whatDiffersOnBothSidesIsShownAlone() {
        Difference found = differing("20.00", "21.00");

        assertThat(found.pairs()).containsExactly(pair(SettlementField.CASH, "20.00", "21.00"));
    }

    @Test
    void aLineOfOneSideIsShownWithAllThatIsNotNothing() {
        Difference found = new Difference(
                "C1",
                Kind.SETTLEMENT,
                DifferenceKind.ONLY_HERE,
                Optional.of(line("20.00")),
                Optional.empty(),
                List.of(),
                Money.of("70.00"));

        assertThat(found.pairs().stream().map(Pair::field))
                .containsExactly(SettlementField.BASIC_FUND, SettlementField.CASH);
        assertThat(found.pairs()).allMatch(pair -> pair.there().isEmpty());
    }

    /** Both lack nothing of the funds: the gap is none, and still it is another difference. */
    @Test
    void otherAmountsAreAnotherDifferenceThoughTheFundsDoNotDiffer() {
        Difference before = differing("20.00", "21.00");
        Difference now = differing("20.00", "120.00");
        DifferenceOnFile decided = new DifferenceOnFile(
                1,
                1,
                "C1",
                Optional.empty(),
                Optional.empty(),
                Kind.SETTLEMENT,
                DifferenceKind.AMOUNTS,
                DifferenceState.ACCEPTED,
                before.gap(),
                Optional.of(DAY),
                Optional.of(DAY),
                "a yuan",
                Optional.of("office"));

        assertThat(before.isSame(decided, before.pairs())).isTrue();
        assertThat(now.gap()).isEqualTo(before.gap());
        assertThat(now.isSame(decided, before.pairs())).isFalse();
    }

    private static Difference differing(String here, String there) {
        return Reconciliation.compare(Period.day(DAY), List.of(line(here)), List.of(line(there)))
                .get(0);
    }

    private static BookLine line(String cash) {
        Map<SettlementField, Money> amounts = Map.of(
                SettlementField.BASIC_FUND, Money.of("70.00"),
                SettlementField.CASH, Money.of(cash),
                SettlementField.ACCOUNT, Money.ZERO);
        return new BookLine("C1", Kind.SETTLEMENT, Optional.empty(), DAY, amounts);
    }

    private static Pair pair(SettlementField field, String here, String there) {
        return new Pair(field, Optional.of(Money.of(here)), Optional.of(Money.of(there)));
    }
}
