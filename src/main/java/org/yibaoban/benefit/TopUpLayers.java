package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.ASSISTANCE;
import static org.yibaoban.benefit.SettlementField.LARGE_AMOUNT;
import static org.yibaoban.benefit.SettlementField.SERIOUS_ILLNESS;
import static org.yibaoban.benefit.SettlementField.SUPPLEMENT;

import org.yibaoban.money.Money;

/** Supplementary insurance and medical assistance (spec/settlement.md 2.5 and 2.6). */
final class TopUpLayers {

    private TopUpLayers() {}

    static void supplement(Worksheet sheet) {
        PlanTerm insideRate = sheet.require(PlanKeys.SUPPLEMENT_INSIDE);
        PlanTerm outsideRate = sheet.require(PlanKeys.SUPPLEMENT_OUTSIDE);
        Money inside = inside(sheet);
        ChargeSplit split = sheet.charges().split();
        Money outside = split.fullSelfPay().plus(split.overLimit());
        Money pay = insideRate.rate().of(inside).plus(outsideRate.rate().of(outside));
        sheet.enter(SUPPLEMENT, pay, () -> {
            String insideText = Reason.product(inside, insideRate.rate());
            String outsideText = Reason.product(outside, outsideRate.rate());
            return Reason.of(
                    "2.5",
                    "目录内自付 " + insideText + "；目录外 " + outsideText,
                    "inside the catalogue " + insideText + "; outside " + outsideText,
                    insideRate,
                    outsideRate);
        });
    }

    static void assistance(Worksheet sheet) {
        PlanTerm rate = sheet.require(PlanKeys.ASSISTANCE_RATE);
        YearlyCap cap = new YearlyCap(
                sheet.find(PlanKeys.ASSISTANCE_CAP), sheet.situation().year().assistance());
        Money inside = inside(sheet);
        Money insidePart = supplementInside(sheet, inside);
        Money rest = inside.minus(insidePart);
        sheet.enter(ASSISTANCE, cap.limit(rate.rate().of(rest)), () -> {
            String product = rest + " = " + inside + " − " + insidePart + "；" + Reason.product(rest, rate.rate());
            return Reason.of(
                            "2.6",
                            "目录内自付扣除补充保险后 " + product + cap.chinese(),
                            "inside the catalogue after the supplement " + product.replace("；", "; ") + cap.english(),
                            rate)
                    .with(cap.parameters());
        });
    }

    /** What the patient still bears inside the catalogue after the funds. */
    private static Money inside(Worksheet sheet) {
        return sheet.burden()
                .plus(sheet.charges().split().preSelfPay())
                .minus(sheet.get(LARGE_AMOUNT))
                .minus(sheet.get(SERIOUS_ILLNESS));
    }

    /** The inside part of the supplement, nothing where it does not cover the person. */
    private static Money supplementInside(Worksheet sheet, Money inside) {
        boolean covered = sheet.plan()
                .step(Layer.SUPPLEMENT)
                .filter(step -> step.covers(sheet.situation().member()))
                .isPresent();
        return covered ? sheet.require(PlanKeys.SUPPLEMENT_INSIDE).rate().of(inside) : Money.ZERO;
    }
}
