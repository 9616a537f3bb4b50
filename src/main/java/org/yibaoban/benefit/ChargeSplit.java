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
     * Splits one line. A reversal is split as its positive twin with all four parts negated.
     *
     * @throws BenefitFault for class B without a rate, or a charge whose quantity has the other sign
     */
    public static ChargeSplit of(BenefitLine line) {
        if (line.amount().isNegative()) {
            return ofCharge(line, line.amount().negated(), line.quantity().abs())
                    .negated();
        }
        if (line.amount().isPositive() && line.quantity().signum() < 0) {
            throw BenefitFault.ofLine("quantity", "a charge of " + line.amount() + " has a negative quantity");
        }
        return ofCharge(line, line.amount(), line.quantity().abs());
    }

    private static ChargeSplit ofCharge(BenefitLine line, Money amount, BigDecimal quantity) {
        if (line.itemClass() == ItemClass.C) {
            return new ChargeSplit(amount, Money.ZERO, Money.ZERO, Money.ZERO);
        }
        Money overLimit = line.unitLimit()
                .map(limit ->
                        amount.minus(Money.rounded(quantity.multiply(limit))).floorZero())
                .orElse(Money.ZERO);
        Money withinLimit = amount.minus(overLimit);
        Money preSelfPay = line.itemClass() == ItemClass.B ? rateOf(line).of(withinLimit) : Money.ZERO;
        return new ChargeSplit(Money.ZERO, overLimit, preSelfPay, withinLimit.minus(preSelfPay));
    }

    private static Rate rateOf(BenefitLine line) {
        return line.preSelfPayRate()
                .orElseThrow(() -> BenefitFault.ofLine("pre_self_pay_rate", "class B without a rate"));
    }

    public ChargeSplit negated() {
        return new ChargeSplit(fullSelfPay.negated(), overLimit.negated(), preSelfPay.negated(), inScope.negated());
    }

    public Money total() {
        return fullSelfPay.plus(overLimit).plus(preSelfPay).plus(inScope);
    }
}
