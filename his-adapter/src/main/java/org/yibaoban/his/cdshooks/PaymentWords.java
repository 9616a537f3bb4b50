package org.yibaoban.his.cdshooks;

import org.yibaoban.money.Money;
import org.yibaoban.office.payment.StayPayments.OrderEffect;
import org.yibaoban.quota.payment.PaymentMethod;
import org.yibaoban.quota.payment.StayPayment;

/** What an order does to a stay against the payer's way of paying, in words. */
final class PaymentWords {

    private PaymentWords() {}

    /** Whether it is this order that takes the stay above what it brings. */
    static boolean overruns(OrderEffect effect) {
        return !isOverrun(effect.before()) && isOverrun(effect.after());
    }

    private static boolean isOverrun(StayPayment payment) {
        return payment.surplus().filter(Money::isNegative).isPresent();
    }

    static String line(OrderEffect effect) {
        StayPayment after = effect.after();
        String chinese = "支付方式 " + after.method().map(PaymentMethod::chinese).orElse("") + "："
                + after.outcome().chinese();
        String english = "payment " + after.method().map(PaymentMethod::english).orElse("") + ": "
                + after.outcome().english();
        return after.surplus()
                .map(surplus -> chinese + " " + after.brought().orElseThrow() + " 元，含本次医嘱 "
                        + after.counted().orElseThrow() + " 元，" + (surplus.isNegative() ? "超支 " : "结余 ")
                        + absolute(surplus) + " 元 / " + english + " "
                        + after.brought().orElseThrow()
                        + ", with this order " + after.counted().orElseThrow()
                        + (surplus.isNegative() ? ", overrun " : ", surplus ") + absolute(surplus))
                .orElse(chinese + " / " + english);
    }

    private static Money absolute(Money amount) {
        return amount.isNegative() ? amount.negated() : amount;
    }
}
