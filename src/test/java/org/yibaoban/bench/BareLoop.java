package org.yibaoban.bench;

import java.util.List;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

/** The arithmetic written out by hand for these layers: one pass over the lines, no word of explanation. */
final class BareLoop {

    private final Figures plan;

    BareLoop(Figures plan) {
        this.plan = plan;
    }

    /** One amount for each {@link SettlementField}, by its ordinal. */
    Money[] settle(List<BenefitLine> lines) {
        Money fullSelfPay = Money.ZERO;
        Money overLimit = Money.ZERO;
        Money preSelfPay = Money.ZERO;
        Money inScope = Money.ZERO;
        Money waived = Money.ZERO;
        for (BenefitLine line : lines) {
            Money amount = line.amount();
            if (line.waived()) {
                waived = waived.plus(amount);
            }
            if (line.itemClass() == ItemClass.C) {
                fullSelfPay = fullSelfPay.plus(amount);
                continue;
            }
            boolean reversal = amount.isNegative();
            Money within = reversal ? amount.negated() : amount;
            if (line.unitLimit().isPresent()) {
                Money over =
                        Fen.overLimit(within, line.quantity(), line.unitLimit().get());
                within = within.minus(over);
                overLimit = reversal ? overLimit.minus(over) : overLimit.plus(over);
            }
            if (line.itemClass() == ItemClass.B) {
                Money first = line.preSelfPayRate().get().of(within);
                within = within.minus(first);
                preSelfPay = reversal ? preSelfPay.minus(first) : preSelfPay.plus(first);
            }
            inScope = reversal ? inScope.minus(within) : inScope.plus(within);
        }
        return layers(fullSelfPay, overLimit, preSelfPay, inScope, waived.floorZero());
    }

    private Money[] layers(Money fullSelfPay, Money overLimit, Money preSelfPay, Money inScope, Money waivedLines) {
        Money total = fullSelfPay.plus(overLimit).plus(preSelfPay).plus(inScope);
        Money deductible = inScope.min(plan.deductible());
        Money eligible = inScope.minus(deductible);
        boolean capped = Fen.above(eligible, plan.basicRate(), plan.basicCap());
        Money basic = capped ? plan.basicCap() : plan.basicRate().of(eligible);
        Money covered = capped ? Fen.coveredBy(plan.basicCap(), plan.basicRate()) : eligible;
        Money overCap = eligible.minus(covered);
        Money coinsurance = covered.minus(basic);
        Money large = plan.largeRate().of(overCap).min(plan.largeCap());
        Money burden = deductible.plus(coinsurance).plus(overCap);
        Money serious = Fen.bands(plan, burden).min(plan.seriousCap());
        Money inside = burden.plus(preSelfPay).minus(large).minus(serious);
        Money insidePart = plan.supplementInside().of(inside);
        Money supplement = insidePart.plus(plan.supplementOutside().of(fullSelfPay.plus(overLimit)));
        Money assistance = plan.assistanceRate().of(inside.minus(insidePart)).min(plan.assistanceCap());
        Money rest =
                total.minus(basic).minus(large).minus(serious).minus(supplement).minus(assistance);
        Money waiver = plan.waives() && !total.isZero() ? Fen.portion(rest, waivedLines.min(total), total) : Money.ZERO;
        rest = rest.minus(waiver);
        Money backstop = rest.minus(plan.backstopShare().of(total)).floorZero();
        Money personal = rest.minus(backstop);
        Money account = plan.accountBalance()
                .min(personal.minus(fullSelfPay).minus(overLimit).floorZero());
        return new Money[] {
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
            Money.ZERO,
            personal,
            account,
            personal.minus(account)
        };
    }
}
