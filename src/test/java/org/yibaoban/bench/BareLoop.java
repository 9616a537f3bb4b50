package org.yibaoban.bench;

import static org.yibaoban.bench.Fen.max0;
import static org.yibaoban.bench.Fen.round;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ItemClass;

/** The arithmetic written out by hand for these layers: exact decimals, one pass, no word of explanation. */
final class BareLoop {

    private final Figures plan;

    BareLoop(Figures plan) {
        this.plan = plan;
    }

    /** One amount for each {@link SettlementField}, by its ordinal. */
    BigDecimal[] settle(List<BenefitLine> lines) {
        BigDecimal fullSelfPay = BigDecimal.ZERO;
        BigDecimal overLimit = BigDecimal.ZERO;
        BigDecimal preSelfPay = BigDecimal.ZERO;
        BigDecimal inScope = BigDecimal.ZERO;
        BigDecimal waived = BigDecimal.ZERO;
        for (BenefitLine line : lines) {
            BigDecimal amount = line.amount().yuan();
            if (line.waived()) {
                waived = waived.add(amount);
            }
            if (line.itemClass() == ItemClass.C) {
                fullSelfPay = fullSelfPay.add(amount);
                continue;
            }
            boolean reversal = amount.signum() < 0;
            BigDecimal within = amount.abs();
            if (line.unitLimit().isPresent()) {
                BigDecimal over = max0(within.subtract(
                        round(line.quantity().abs().multiply(line.unitLimit().get()))));
                within = within.subtract(over);
                overLimit = reversal ? overLimit.subtract(over) : overLimit.add(over);
            }
            if (line.itemClass() == ItemClass.B) {
                BigDecimal first =
                        round(within.multiply(line.preSelfPayRate().get().share()));
                within = within.subtract(first);
                preSelfPay = reversal ? preSelfPay.subtract(first) : preSelfPay.add(first);
            }
            inScope = reversal ? inScope.subtract(within) : inScope.add(within);
        }
        return layers(fullSelfPay, overLimit, preSelfPay, inScope, max0(waived));
    }

    private BigDecimal[] layers(
            BigDecimal fullSelfPay,
            BigDecimal overLimit,
            BigDecimal preSelfPay,
            BigDecimal inScope,
            BigDecimal waivedLines) {
        BigDecimal total = fullSelfPay.add(overLimit).add(preSelfPay).add(inScope);
        BigDecimal deductible = inScope.min(plan.deductible());
        BigDecimal eligible = inScope.subtract(deductible);
        BigDecimal exact = eligible.multiply(plan.basicRate());
        boolean capped = exact.compareTo(plan.basicCap()) > 0;
        BigDecimal basic = capped ? plan.basicCap() : round(exact);
        BigDecimal covered = capped ? plan.basicCap().divide(plan.basicRate(), 2, RoundingMode.HALF_UP) : eligible;
        BigDecimal overCap = eligible.subtract(covered);
        BigDecimal coinsurance = covered.subtract(basic);
        BigDecimal large = round(overCap.multiply(plan.largeRate())).min(plan.largeCap());
        BigDecimal burden = deductible.add(coinsurance).add(overCap);
        BigDecimal serious = round(bands(burden)).min(plan.seriousCap());
        BigDecimal inside = burden.add(preSelfPay).subtract(large).subtract(serious);
        BigDecimal insidePart = round(inside.multiply(plan.supplementInside()));
        BigDecimal supplement = insidePart.add(round(fullSelfPay.add(overLimit).multiply(plan.supplementOutside())));
        BigDecimal assistance = round(inside.subtract(insidePart).multiply(plan.assistanceRate()))
                .min(plan.assistanceCap());
        BigDecimal rest = total.subtract(basic)
                .subtract(large)
                .subtract(serious)
                .subtract(supplement)
                .subtract(assistance);
        BigDecimal waiver = plan.waives() && total.signum() != 0
                ? rest.multiply(waivedLines.min(total)).divide(total, 2, RoundingMode.HALF_UP)
                : BigDecimal.ZERO;
        rest = rest.subtract(waiver);
        BigDecimal backstop = max0(rest.subtract(round(total.multiply(plan.backstopShare()))));
        BigDecimal personal = rest.subtract(backstop);
        BigDecimal account =
                plan.accountBalance().min(max0(personal.subtract(fullSelfPay).subtract(overLimit)));
        return new BigDecimal[] {
            total,
            fullSelfPay,
            overLimit,
            preSelfPay,
            inScope,
            deductible,
            basic,
            overCap,
            large,
            serious,
            supplement,
            assistance,
            waiver,
            backstop,
            BigDecimal.ZERO,
            personal,
            account,
            personal.subtract(account)
        };
    }

    private BigDecimal bands(BigDecimal burden) {
        return Fen.bands(plan, burden);
    }
}
