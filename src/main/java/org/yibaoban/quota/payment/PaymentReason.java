package org.yibaoban.quota.payment;

import java.util.List;

/**
 * Why a payment comes out as it does.
 *
 * @param clause of the agreement that the rule stands in
 * @param chinese the computation in words and figures, with its rounding
 * @param figures what the agreement contributed
 */
public record PaymentReason(String clause, String chinese, String english, List<PaymentFigure> figures) {

    public PaymentReason {
        figures = List.copyOf(figures);
    }
}
