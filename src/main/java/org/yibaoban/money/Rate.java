package org.yibaoban.money;

import java.math.BigDecimal;
import java.util.Objects;

/** A share between 0 and 1 (0.85 is 85 %), exact. Immutable. */
public final class Rate implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(BigDecimal.ZERO);
    public static final Rate ONE = new Rate(BigDecimal.ONE);

    private static final int MOST_PLACES = 9;

    private final BigDecimal share;
    /** The share as a fraction of whole numbers; a denominator of 0 where it has more places than these hold. */
    private final long numerator;

    private final long denominator;

    /** @throws IllegalArgumentException when the share is below 0 or above 1 */
    public Rate(BigDecimal share) {
        Objects.requireNonNull(share, "share");
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("a rate lies between 0 and 1, not " + share.toPlainString());
        }
        this.share = share;
        int places = Math.max(share.scale(), 0);
        this.denominator =
                places > MOST_PLACES ? 0 : BigDecimal.ONE.movePointRight(places).longValueExact();
        this.numerator = places > MOST_PLACES ? 0 : share.movePointRight(places).longValueExact();
    }

    public static Rate of(String share) {
        return new Rate(new BigDecimal(share));
    }

    public BigDecimal share() {
        return share;
    }

    /** round(amount x this), half-up to the fen. */
    public Money of(Money amount) {
        return denominator == 0 ? amount.times(share) : amount.share(numerator, denominator);
    }

    @Override
    public int compareTo(Rate other) {
        return share.compareTo(other.share);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rate that && share.equals(that.share);
    }

    @Override
    public int hashCode() {
        return share.hashCode();
    }

    @Override
    public String toString() {
        return share.stripTrailingZeros().toPlainString();
    }
}
