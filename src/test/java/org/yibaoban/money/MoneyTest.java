package org.yibaoban.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"0.005, 0.01", "0.0049, 0.00", "-0.005, -0.01", "-0.0049, 0.00", "2.675, 2.68", "1.005, 1.01"})
    void roundsHalfUpAwayFromZero(String exact, String fen) {
        assertThat(Money.rounded(new BigDecimal(exact))).isEqualTo(Money.of(fen));
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
    void aRateIsAShare() {
        assertThat(Rate.of("0.10").of(Money.of("777.77"))).isEqualTo(Money.of("77.78"));
        assertThatThrownBy(() -> Rate.of("1.01")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rate.of("-0.01")).isInstanceOf(IllegalArgumentException.class);
    }
}
