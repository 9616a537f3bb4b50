package org.yibaoban.benefit;

import java.util.List;
import org.yibaoban.money.Money;

/**
 * The charges of a visit, split and added up.
 *
 * @param split the sum of all lines
 * @param waived what the lines of waived items add up to
 * @param lines how many lines went in
 */
record Charges(ChargeSplit split, Money waived, int lines) {

    /** @throws BenefitFault when a line is wrong, or reversals exceed what was charged */
    static Charges of(String planId, List<BenefitLine> lines) {
        // added up part by part: a split for each running sum costs as much as the splitting
        Money fullSelfPay = Money.ZERO;
        Money overLimit = Money.ZERO;
        Money preSelfPay = Money.ZERO;
        Money inScope = Money.ZERO;
        Money waivedLines = Money.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            BenefitLine line = lines.get(i);
            ChargeSplit split = splitOf(planId, line, i + 1);
            fullSelfPay = fullSelfPay.plus(split.fullSelfPay());
            overLimit = overLimit.plus(split.overLimit());
            preSelfPay = preSelfPay.plus(split.preSelfPay());
            inScope = inScope.plus(split.inScope());
            if (line.waived()) {
                waivedLines = waivedLines.plus(line.amount());
            }
        }
        ChargeSplit sum = new ChargeSplit(fullSelfPay, overLimit, preSelfPay, inScope);
        refuseNegative(planId, "full_self_pay", sum.fullSelfPay());
        refuseNegative(planId, "over_limit", sum.overLimit());
        refuseNegative(planId, "pre_self_pay", sum.preSelfPay());
        refuseNegative(planId, "in_scope", sum.inScope());
        // reversed waived lines can make this fall outside what was charged in all; nothing more can be waived
        return new Charges(sum, waivedLines.floorZero().min(sum.total()), lines.size());
    }

    private static ChargeSplit splitOf(String planId, BenefitLine line, int number) {
        try {
            return ChargeSplit.of(line);
        } catch (BenefitFault fault) {
            throw fault.inLine(planId, number);
        }
    }

    private static void refuseNegative(String planId, String key, Money amount) {
        if (amount.isNegative()) {
            throw new BenefitFault(planId, "lines", "reversals exceed the charges: " + key + " would be " + amount);
        }
    }
}
