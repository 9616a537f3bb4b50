package org.yibaoban.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0.005, 0.01", "0.0049, 0.00", "-0.005, -0.01", "-0.0049, 0.00", "2.675, 2.68", "1.005, 1.01"})
    void roundsHalfUpAwayFromZero(String exact, String fen) {
        assertThat(Money.rounded(new BigDecimal(exact))).isEqualTo(Money.of(fen));
    }

    /** Written out, each would fill the memory. */
    @Test
    void roundsWhatIsFarFromAnyAmountWithoutWritingItOut() {
        assertThatThrownBy(() -> Money.rounded(new BigDecimal("1e999999999"))).isInstanceOf(ArithmeticException.class);
        assertThat(Money.rounded(new BigDecimal("9e-999999999"))).isEqualTo(Money.ZERO);
        assertThat(Money.rounded(new BigDecimal("0e999999999"))).isEqualTo(Money.ZERO);
        assertThat(Money.rounded(new BigDecimal("92233720368547758.07"))).isEqualTo(Money.of("92233720368547758.07"));
    }

    @Test
    void refusesAnAmountFinerThanAFen() {
        assertThatThrownBy(() -> Money.of("0.001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        assertThat(Money.of("12")).isEqualTo(Money.of("12.00")).hasToString("12.00");
        assertThat(Money.of("12").hashCode()).isEqualTo(Money.of("12.000").hashCode());
    }

    @Test
    void refusesAnAmountThatIsTooLarge() {
        Money most = Money.of("92233720368547758.07");
        assertThat(most).hasToString("92233720368547758.07");
        assertThatThrownBy(() -> Money.of("92233720368547758.08")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(Money.of("0.01"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(Money.of("0.02"))).isInstanceOf(ArithmeticException.class);
    }

    /** Whole numbers of fen and, beyond them, decimals: both as the exact product says. */
    @Property
    void aRateOfAnAmountIsTheExactProductHalfUp(
            @ForAll long fen, @ForAll @IntRange(max = 12) int places, @ForAll Random random) {
        long most = BigDecimal.ONE.movePointRight(places).longValueExact();
        BigDecimal share = BigDecimal.valueOf(random.nextLong(most + 1), places);
        for (BigDecimal yuan : List.of(BigDecimal.valueOf(fen, 2), BigDecimal.valueOf(fen % 10_000_000, 2))) {
            assertThat(new Rate(share).of(new Money(yuan)).yuan())
                    .isEqualTo(yuan.multiply(share).setScale(2, RoundingMode.HALF_UP));
        }
    }

    @Test
    void aRateIsAShare() {
        assertThat(Rate.of("0.10").of(Money.of("777.77"))).isEqualTo(Money.of("77.78"));
        assertThatThrownBy(() -> Rate.of("1.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("-0.01")).isInstanceOf(IllegalArgumentException.class);
    }
}
