package org.yibaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class YearChangeTest {

    @Property(tries = 200)
    void whatLeadsFromOneYearToAnotherAddedToTheOneGivesTheOther(
            @ForAll("years") YearToDate one, @ForAll("years") YearToDate other) {
        assertThat(YearChange.of(one).plus(YearChange.between(one, other)).standing())
                .isEqualTo(other);
    }

    @Property(tries = 200)
    void aChangeAndWhatTakesItBackLeaveTheYearAsItWas(
            @ForAll("years") YearToDate year, @ForAll("years") YearToDate used) {
        YearChange change = YearChange.of(used);

        assertThat(YearChange.of(year).plus(change).plus(change.negated()).standing())
                .isEqualTo(year);
    }

    @Test
    void aSumBelowNothingCountsAsNothingButIsNotForgotten() {
        YearChange used = YearChange.of(
                new YearToDate(1, yuan("100.00"), Money.ZERO, Money.ZERO, yuan("7.00"), Money.ZERO, Money.ZERO));

        assertThat(used.negated().standing()).isEqualTo(YearToDate.NONE);
        assertThat(used.negated().plus(used)).isEqualTo(YearChange.NONE);
    }

    @Provide
    Arbitrary<YearToDate> years() {
        Arbitrary<Money> amount = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("500000.00"))
                .ofScale(2)
                .map(Money::new);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 12), amount, amount, amount, amount, amount, amount)
                .as(YearToDate::new);
    }

    private static Money yuan(String text) {
        return Money.of(text);
    }
}
