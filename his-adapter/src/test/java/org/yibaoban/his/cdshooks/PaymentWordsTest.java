package org.yibaoban.his.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.office.payment.StayPayments.OrderEffect;
import org.yibaoban.quota.payment.StayPayment;
import org.yibaoban.quota.payment.StayPayment.Outcome;

class PaymentWordsTest {

    /** Only the order that crosses warns: not one below, and not every one after it. */
    @ParameterizedTest
    @CsvSource({"99.99, 100.00, false", "99.99, 100.01, true", "100.00, 100.01, true", "100.01, 200.00, false"})
    void theOrderThatTakesAStayAboveWhatItBringsWarns(String before, String after, boolean warns) {
        assertThat(PaymentWords.overruns(new OrderEffect(paid(before), paid(after))))
                .isEqualTo(warns);
    }

    @Test
    void aSurplusIsSaidWithItsFigures() {
        assertThat(PaymentWords.line(new OrderEffect(paid("10.00"), paid("90.00"))))
                .contains("按此支付 100.00 元，含本次医嘱 90.00 元，结余 10.00 元")
                .contains("paid by the method 100.00, with this order 90.00, surplus 10.00");
    }

    @Test
    void whatIsSettledOnTheMonthSaysSoAndWarnsOfNothing() {
        StayPayment onTheMonth = new StayPayment(
                Outcome.ON_THE_MONTH,
                Optional.empty(),
                Optional.of(Money.of("90.00")),
                Optional.empty(),
                Optional.empty());
        OrderEffect effect = new OrderEffect(onTheMonth, onTheMonth);
        assertThat(PaymentWords.line(effect)).contains("按月总额结算").contains("settled on the month");
        assertThat(PaymentWords.overruns(effect)).isFalse();
    }

    private static StayPayment paid(String counted) {
        return new StayPayment(
                Outcome.PAID,
                Optional.empty(),
                Optional.of(Money.of(counted)),
                Optional.of(Money.of("100.00")),
                Optional.empty());
    }
}
