package org.yibaoban.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The few operations that the bare loop and the rules share. */
public final class Fen {

    private Fen() {}

    /** Half-up to the fen. */
    public static BigDecimal round(BigDecimal yuan) {
        return yuan.setScale(2, RoundingMode.HALF_UP);
    }

    public static BigDecimal max0(BigDecimal yuan) {
        return yuan.signum() < 0 ? BigDecimal.ZERO : yuan;
    }

    /** What the bands pay of a burden, exact; nothing was counted earlier in the year. */
    public static BigDecimal bands(Figures plan, BigDecimal burden) {
        BigDecimal rest = max0(burden.subtract(plan.threshold()));
        BigDecimal pay = BigDecimal.ZERO;
        for (BigDecimal[] band : plan.bands()) {
            BigDecimal part = band[0] == null ? rest : rest.min(band[0]);
            pay = pay.add(part.multiply(band[1]));
            rest = rest.subtract(part);
        }
        return pay;
    }
}
