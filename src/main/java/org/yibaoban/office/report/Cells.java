package org.yibaoban.office.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Tally;

/** Cells of reports. */
final class Cells {

    /** A ratio over nothing is no figure, never 0 (spec/quotas.md). */
    static final String NONE = "—";

    private Cells() {}

    static Object figure(Tally tally, Indicator indicator) {
        return tally.figure(indicator)
                .map(Figure::shown)
                .map(Object.class::cast)
                .orElse(NONE);
    }

    /** By how much something has grown, in percent with two places, half-up. */
    static Object growth(BigDecimal now, BigDecimal before) {
        return before.signum() == 0
                ? NONE
                : now.subtract(before).movePointRight(2).divide(before.abs(), 2, RoundingMode.HALF_UP);
    }

    static Object growth(Optional<Figure> now, Optional<Figure> before) {
        return now.isEmpty() || before.isEmpty()
                ? NONE
                : growth(now.get().shown(), before.get().shown());
    }
}
