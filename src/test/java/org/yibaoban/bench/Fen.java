package org.yibaoban.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** The few operations that the bare loop and the rules share. */
public final class Fen {

    private Fen() {}

    /** Whether a share of an amount, not yet rounded, lies above a cap. */
    public static boolean above(Money amount, Rate rate, Money cap) {
        return amount.yuan().multiply(rate.share()).compareTo(cap.yuan()) > 0;
    }

    /** The amount of which the cap is that share, half-up to the fen. */
    public static Money coveredBy(Money cap, Rate rate) {
        return new Money(cap.yuan().divide(rate.share(), 2, RoundingMode.HALF_UP));
    }

    /** A part of an amount by the ratio of two others, half-up to the fen. */
    public static Money portion(Money amount, Money part, Money whole) {
        return new Money(amount.yuan().multiply(part.yuan()).divide(whole.yuan(), 2, RoundingMode.HALF_UP));
    }

    /** What lies above the price limit. */
    public static Money overLimit(Money amount, BigDecimal quantity, BigDecimal limit) {
        return amount.minus(Money.rounded(quantity.abs().multiply(limit))).floorZero();
    }

    /** What the bands pay of a burden, half-up to the fen; nothing was counted earlier in the year. */
    public static Money bands(Figures plan, Money burden) {
        Money rest = burden.minus(plan.threshold()).floorZero();
        BigDecimal pay = BigDecimal.ZERO;
        for (Figures.Band band : plan.bands()) {
            Money part = band.width() == null ? rest : rest.min(band.width());
            pay = pay.add(part.yuan().multiply(band.rate().share()));
            rest = rest.minus(part);
        }
        return Money.rounded(pay);
    }
}
