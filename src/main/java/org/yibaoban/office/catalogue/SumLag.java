package org.yibaoban.office.catalogue;

import java.time.Duration;

/**
 * How far behind the ledger the month sums of the items stay.
 *
 * @param time longer than a transaction that posts charges may take: what was posted before has been committed by now, or
 *     never will be
 */
public record SumLag(Duration time) {

    /** @throws IllegalArgumentException when it is negative */
    public SumLag {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the sums cannot be ahead of the ledger");
        }
    }
}
