package org.yibaoban.money;

import java.math.BigDecimal;
import java.util.Objects;

/** A share between 0 and 1 (0.85 is 85 %), exact. Immutable. */
public record Rate(BigDecimal share) implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);
    public static final Rate ONE = new Rate(BigDecimal.ONE);

    /** @throws IllegalArgumentException when the share is below 0 or above 1 */
    public Rate {
        Objects.requireNonNull(share, "share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rate lies between 0 and 1, not " + share.toPlainString());
        }
    }

    public static Rate of(String share) {
        return new Rate(new BigDecimal(share));
    }

    /** round(amount x this), half-up to the fen. */
    public Money of(Money amount) {
        return amount.times(share);
    }

    @Override
    public int compareTo(Rate other) {
        return share.compareTo(other.share);
    }

    @Override
    public String toString() {
        return share.stripTrailingZeros().toPlainString();
    }
}
