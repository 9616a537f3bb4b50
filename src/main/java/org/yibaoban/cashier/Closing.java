package org.yibaoban.cashier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;

/**
 * A cashier's closing (日结): the receipts since the last one, what they say should be there, and what was counted.
 *
 * @param counted by the methods that pass through the cashier's hands
 * @param reason why both differ; blank where they do not
 * @param receiver who it was handed to, and who alone says that it was received
 * @param answer what the receiver said; empty until then
 */
public record Closing(
        long id,
        String cashier,
        Instant at,
        List<Receipt> receipts,
        Parts counted,
        String reason,
        String receiver,
        Optional<Answer> answer) {

    /** @param confirmed false when it was given back: its receipts go into another closing */
    public record Answer(boolean confirmed, Instant at, String remark) {}

    /** All methods, those that are not counted too. */
    public Parts expected() {
        return expected(receipts);
    }

    /** What receipts say should be there. */
    public static Parts expected(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::parts).reduce(Parts.NONE, Parts::plus);
    }

    /** What was counted less what should be there, of one method. */
    public Money difference(PayMethod method) {
        return method.isCounted() ? counted.of(method).minus(expected().of(method)) : Money.ZERO;
    }

    /** Whether any method's count is off. */
    public static boolean differs(Parts expected, Parts counted) {
        return PayMethod.COUNTED.stream()
                .anyMatch(method -> !expected.of(method).equals(counted.of(method)));
    }

    /** What is handed over, of all counted methods together. */
    public Money handedOver() {
        return counted.sum();
    }
}
