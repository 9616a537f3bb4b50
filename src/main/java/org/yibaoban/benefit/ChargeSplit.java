package org.yibaoban.benefit;

import java.math.BigDecimal;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/**
 * A charge, or the sum of several, split into its four parts (spec/settlement.md, section 1). Amounts in yuan; a
 * reversal's parts are negative.
 *
 * @param fullSelfPay what lies outside the catalogue
 * @param overLimit what lies above the price limit
 * @param preSelfPay class B: the share that the patient pays first
 * @param inScope what is left for the layers
 */
public record ChargeSplit(Money fullSelfPay, Money overLimit, Money preSelfPay, Money inScope) {

    /**
     * Splits one line. A reversal is split as its positive twin with all four parts negated; rounding half-up is the same
     * on both sides of nothing.
     *
     * @throws BenefitFault for class B without a rate, or a charge whose quantity has the other sign
     */
    public static ChargeSplit of(BenefitLine line) {
        Money amount = line.amount();
        if (amount.isPositive() && line.quantity().signum() < 0) {
            throw BenefitFault.ofLine("quantity", "a charge of " + amount + " has a negative quantity");
        }
        boolean outside = line.itemClass() == ItemClass.C;
        Money overLimit = outside || line.unitLimit().isEmpty()
                ? Money.ZERO
                : overLimit(amount, line.quantity(), line.unitLimit().get());
        Money withinLimit = outside ? Money.ZERO : amount.minus(overLimit);
        Money preSelfPay = line.itemClass() == ItemClass.B ? rateOf(line).of(withinLimit) : Money.ZERO;
        return new ChargeSplit(outside ? amount : Money.ZERO, overLimit, preSelfPay, withinLimit.minus(preSelfPay));
    }

    private static Money overLimit(Money amount, BigDecimal quantity, BigDecimal unitLimit) {
        Money limit = Money.rounded(quantity.abs().multiply(unitLimit));
        return amount.isNegative()
                ? amount.plus(limit).min(Money.ZERO)
                : amount.minus(limit).floorZero();
    }

    private static Rate rateOf(BenefitLine line) {
        return line.preSelfPayRate()
                .orElseThrow(() -> BenefitFault.ofLine("pre_self_pay_rate", "class B without a rate"));
    }

    public Money total() {
        return fullSelfPay.plus(overLimit).plus(preSelfPay).plus(inScope);
    }
}
