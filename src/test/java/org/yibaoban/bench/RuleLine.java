package org.yibaoban.bench;

import java.math.BigDecimal;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** A charge line as a fact for the rules; a reversal is its positive twin with a mark. */
public final class RuleLine {

    private final BenefitLine line;
    private final Money amount;
    private final BigDecimal limit;

    public RuleLine(BenefitLine line) {
        this.line = line;
        this.amount = line.amount().isNegative() ? line.amount().negated() : line.amount();
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

    public Money getAmount() {
        return amount;
    }

    /** What lies above the price limit. */
    public Money getOverLimit() {
        return limit == null ? Money.ZERO : Fen.overLimit(amount, line.quantity(), limit);
    }

    public Rate getFirstShare() {
        return line.preSelfPayRate().orElseThrow();
    }
}
