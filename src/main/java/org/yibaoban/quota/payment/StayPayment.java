package org.yibaoban.quota.payment;

import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * What the payment method brings for one stay.
 *
 * @param method empty where the agreement has no method for the stay
 * @param counted what is held against it, in yuan; empty where it is not counted or not known yet
 * @param brought in yuan; empty where the stay brings nothing of its own
 * @param reason of the amount; empty without one
 */
public record StayPayment(
        Outcome outcome,
        Optional<PaymentMethod> method,
        Optional<Money> counted,
        Optional<Money> brought,
        Optional<PaymentReason> reason) {

    /** How the stay comes out. */
    public enum Outcome {
        /** It brings an amount of its own. */
        PAID("按此支付", "paid by the method"),
        /** Only the month is settled. */
        ON_THE_MONTH("按月总额结算", "settled on the month"),
        /** It does not count as a stay of the quota; its charges are shown. */
        BELOW_DEDUCTIBLE("未超起付线，不计人次", "below the deductible, not counted"),
        /** What the funds are asked for is not known yet. */
        NO_ESTIMATE("待估算", "no estimate yet"),
        /** Nothing in the agreement pays for it. */
        NO_METHOD("无适用的支付方式", "no payment method applies");

        private final String chinese;
        private final String english;

        Outcome(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    static StayPayment of(PaymentMethod method, Money counted, Payable payable) {
        return new StayPayment(
                Outcome.PAID,
                Optional.of(method),
                Optional.of(counted),
                Optional.of(payable.amount()),
                Optional.of(payable.reason(method.clause())));
    }

    static StayPayment onTheMonth(PaymentMethod method, Money counted) {
        return new StayPayment(
                Outcome.ON_THE_MONTH, Optional.of(method), Optional.of(counted), Optional.empty(), Optional.empty());
    }

    static StayPayment without(PaymentMethod method, Outcome outcome) {
        return new StayPayment(outcome, Optional.of(method), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static StayPayment noMethod() {
        return new StayPayment(
                Outcome.NO_METHOD, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is brought less what is counted, in yuan: a surplus, or negative an overrun. */
    public Optional<Money> surplus() {
        return brought.flatMap(amount -> counted.map(amount::minus));
    }
}
