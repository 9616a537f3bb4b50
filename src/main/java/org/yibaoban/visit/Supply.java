package org.yibaoban.visit;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * For how long a drug was given out, as far as the HIS tells.
 *
 * @param days whole or parts of days (national prd_days)
 * @param chronic for a chronic illness, which may be given out for longer
 * @param takeHome to take home, as at discharge (national dscg_tkdrug_flag)
 */
public record Supply(Optional<BigDecimal> days, boolean chronic, boolean takeHome) {

    /** Nothing was told. */
    public static final Supply NONE = new Supply(Optional.empty(), false, false);

    /** Nine thousand days are a slip, and more than the store holds. */
    private static final BigDecimal MOST_DAYS = new BigDecimal("9999");

    private static final int PLACES = 2;

    /** Whether the office can hold a number of days: 0 to 9999, at most two decimal places. */
    public static boolean holds(BigDecimal days) {
        return days.signum() >= 0
                && days.compareTo(MOST_DAYS) <= 0
                && days.stripTrailingZeros().scale() <= PLACES;
    }

    /** @throws IllegalArgumentException for days that cannot be held */
    public Supply {
        if (!days.map(Supply::holds).orElse(true)) {
            throw new IllegalArgumentException("0 to 9999 days with at most two decimal places: " + days.get());
        }
    }
}
