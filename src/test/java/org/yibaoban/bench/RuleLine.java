package org.yibaoban.bench;

import java.math.BigDecimal;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ItemClass;

/** A charge line as a fact for the rules; a reversal is its positive twin with a mark. */
public final class RuleLine {

    private final BenefitLine line;
    private final BigDecimal amount;
    private final BigDecimal limit;

    public RuleLine(BenefitLine line) {
        this.line = line;
        this.amount = line.amount().yuan().abs();
        this.limit = line.unitLimit().orElse(null);
    }

    public ItemClass getItemClass() {
        return line.itemClass();
    }

    public boolean isReversal() {
        return line.amount().isNegative();
    }

    public boolean isWaived() {
        return line.waived();
    }

    public boolean isLimited() {
        return limit != null;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    /** What lies above the price limit. */
    public BigDecimal getOverLimit() {
        return limit == null
                ? BigDecimal.ZERO
                : Fen.max0(amount.subtract(Fen.round(line.quantity().abs().multiply(limit))));
    }

    public BigDecimal getFirstShare() {
        return line.preSelfPayRate().orElseThrow().share();
    }
}
