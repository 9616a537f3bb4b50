package org.yibaoban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;

class ExactAmountTest {

    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal THREE = new BigDecimal("3");

    private final ExactAmount third = ExactAmount.of(Money.of("10.00")).portion(ONE, THREE);

    @Test
    void threeThirdsAreTheWhole() {
        assertThat(third.plus(third).plus(third)).isEqualTo(ExactAmount.of(Money.of("10.00")));
        assertThat(third.rounded()).isEqualTo(Money.of("3.33"));
    }

    @Test
    void halfAFenIsRoundedUp() {
        assertThat(ExactAmount.of(Money.of("0.01"))
                        .portion(ONE, new BigDecimal("2"))
                        .rounded())
                .isEqualTo(Money.of("0.01"));
        assertThat(ExactAmount.of(Money.of("0.02"))
                        .portion(ONE, new BigDecimal("4.1"))
                        .rounded())
                .isEqualTo(Money.ZERO);
    }

    @Test
    void aShareOnItsLimitIsNotAboveIt() {
        ExactAmount total = ExactAmount.of(Money.of("50.00")).portion(ONE, THREE);
        assertThat(third).isEqualByComparingTo(total.times(new BigDecimal("0.20")));
        assertThat(third.percentOf(total)).isEqualByComparingTo("20.00");
    }

    @Test
    void equalAmountsAreEqual() {
        assertThat(new ExactAmount(BigInteger.valueOf(-4), BigInteger.valueOf(-6)))
                .isEqualTo(new ExactAmount(BigInteger.TWO, BigInteger.valueOf(3)));
        assertThatThrownBy(() -> new ExactAmount(BigInteger.ONE, BigInteger.ZERO))
                .isInstanceOf(ArithmeticException.class);
    }
}
