package org.yibaoban.benefit;

import java.math.BigDecimal;
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
        // added up part by part: a split, or a Money, for each running sum costs as much as the splitting
        BigDecimal fullSelfPay = BigDecimal.ZERO;
        BigDecimal overLimit = BigDecimal.ZERO;
        BigDecimal preSelfPay = BigDecimal.ZERO;
        BigDecimal inScope = BigDecimal.ZERO;
        BigDecimal waivedLines = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            BenefitLine line = lines.get(i);
            ChargeSplit split = splitOf(planId, line, i + 1);
            fullSelfPay = add(fullSelfPay, split.fullSelfPay());
            overLimit = add(overLimit, split.overLimit());
            preSelfPay = add(preSelfPay, split.preSelfPay());
            inScope = add(inScope, split.inScope());
            if (line.waived()) {
                waivedLines = add(waivedLines, line.amount());
            }
        }
        ChargeSplit sum = new ChargeSplit(
                new Money(fullSelfPay), new Money(overLimit), new Money(preSelfPay), new Money(inScope));
        refuseNegative(planId, "full_self_pay", sum.fullSelfPay());
        refuseNegative(planId, "over_limit", sum.overLimit());
        refuseNegative(planId, "pre_self_pay", sum.preSelfPay());
        refuseNegative(planId, "in_scope", sum.inScope());
        // reversed waived lines can make this fall outside what was charged in all; nothing more can be waived
        return new Charges(sum, new Money(waivedLines).floorZero().min(sum.total()), lines.size());
    }

    /** Most parts of most lines are nothing. */
    private static BigDecimal add(BigDecimal sum, Money part) {
        return part.isZero() ? sum : sum.add(part.yuan());
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
