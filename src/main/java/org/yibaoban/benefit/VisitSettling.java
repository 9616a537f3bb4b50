package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.BASIC_FUND;
import static org.yibaoban.benefit.SettlementField.HOSPITAL_LIABILITY;
import static org.yibaoban.benefit.SettlementField.SUPPLEMENT;
import static org.yibaoban.benefit.SettlementField.TOTAL;

import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/**
 * The ways in which a visit is settled: a stay by layers, outpatient, outpatient for a registered disease, at a fixed price,
 * and self-paying.
 */
@FunctionalInterface
interface VisitSettling {

    void settle(Worksheet sheet);

    /** The layers of the plan in its order. */
    static void stay(Worksheet sheet) {
        Plan plan = sheet.plan();
        if (!plan.settlesStays()) {
            throw new BenefitFault(plan.id(), "visit.type", "the plan has no terms for a stay (inpatient)");
        }
        for (Plan.Step step : plan.layers()) {
            if (step.covers(sheet.situation().member())) {
                StayLayer.of(step.layer()).settle(sheet);
            } else {
                notCovered(sheet, step);
            }
            if (step.layer() == Layer.BASIC_FUND) {
                sheet.countBurden();
            }
        }
    }

    private static void notCovered(Worksheet sheet, Plan.Step step) {
        sheet.enter(step.layer().field(), Money.ZERO, () -> {
            String group = step.covers().map(PersonGroup::key).orElse("");
            String chinese = step.covers().map(PersonGroup::chinese).orElse("");
            return Reason.of("2", "仅适用于" + chinese, "covers only: " + group).with(List.of(step.parameter()));
        });
    }

    /** spec/settlement.md, "An outpatient visit". */
    static void outpatient(Worksheet sheet) {
        Plan plan = sheet.plan();
        if (!plan.settlesOutpatientVisits()) {
            throw new BenefitFault(plan.id(), "visit.type", "the plan has no terms for an outpatient visit");
        }
        PlanTerm rate = sheet.require(PlanKeys.OUTPATIENT_RATE);
        YearlyCap cap = new YearlyCap(
                sheet.find(PlanKeys.OUTPATIENT_CAP), sheet.situation().year().outpatientFund());
        Money inScope = sheet.charges().split().inScope();
        sheet.enter(BASIC_FUND, cap.limit(rate.rate().of(inScope)), () -> {
            String product = Reason.product(inScope, rate.rate());
            return Reason.of(
                            "2 outpatient",
                            "门诊符合范围 " + product + cap.chinese(),
                            "in scope " + product + cap.english(),
                            rate)
                    .with(cap.parameters());
        });
    }

    /**
     * An outpatient visit for a registered chronic or special disease: like any outpatient visit, but by the disease's rate
     * and within the disease's own yearly limit (ADR 18).
     */
    static void outpatientDisease(Worksheet sheet) {
        RegisteredDisease disease = sheet.situation().visit().disease().orElseThrow();
        if (sheet.situation().visit().type() != VisitType.OUTPATIENT) {
            throw new BenefitFault(
                    sheet.plan().id(), "visit.disease", "a registered disease is for an outpatient visit");
        }
        PlanTerm rate = sheet.find(PlanKeys.DISEASE_RATE)
                .orElseThrow(() -> new BenefitFault(
                        sheet.plan().id(), "visit.disease", "the plan has no terms for disease " + disease.code()));
        YearlyCap cap = new YearlyCap(sheet.find(PlanKeys.DISEASE_CAP), disease.used());
        Money inScope = sheet.charges().split().inScope();
        Optional<Money> own =
                disease.limit().map(limit -> limit.minus(disease.used()).floorZero());
        Money byPlan = cap.limit(rate.rate().of(inScope));
        sheet.enter(BASIC_FUND, own.map(byPlan::min).orElse(byPlan), () -> {
            String product = Reason.product(inScope, rate.rate());
            String code = disease.code();
            return Reason.of(
                            "2 outpatient, registered disease",
                            "门诊慢特病 " + code + " 符合范围 " + product + cap.chinese()
                                    + own.map(left -> "；备案限额尚余 " + left).orElse(""),
                            "registered disease " + code + ", in scope " + product + cap.english()
                                    + own.map(left -> "; the registration's own limit leaves " + left)
                                            .orElse(""),
                            rate)
                    .with(cap.parameters());
        });
    }

    /** spec/settlement.md, "A fixed-price disease". */
    static void fixedPrice(Worksheet sheet) {
        String planId = sheet.plan().id();
        Money price = sheet.situation().visit().fixedPrice().orElseThrow();
        if (sheet.situation().visit().type() != VisitType.INPATIENT || price.isNegative()) {
            throw new BenefitFault(planId, "visit.fixed_price", "a fixed price is for a stay, and not negative");
        }
        PlanTerm basicShare = share(sheet, PlanKeys.FIXED_PRICE_BASIC);
        PlanTerm supplementShare = share(sheet, PlanKeys.FIXED_PRICE_SUPPLEMENT);
        Money basic = basicShare.rate().of(price);
        // two shares that add up to the whole could be rounded up together, above the price
        Money supplement = supplementShare.rate().of(price).min(price.minus(basic));
        Money total = sheet.get(TOTAL);
        String clause = "2 fixed price";
        String basicText = Reason.product(price, basicShare.rate());
        String supplementText = Reason.product(price, supplementShare.rate());
        sheet.enter(
                BASIC_FUND, basic, () -> Reason.of(clause, "定额 " + basicText, "fixed price " + basicText, basicShare));
        sheet.enter(
                SUPPLEMENT,
                supplement,
                () -> Reason.of(clause, "定额 " + supplementText, "fixed price " + supplementText, supplementShare));
        sheet.enter(
                HOSPITAL_LIABILITY,
                total.minus(price),
                () -> Reason.of(
                        clause,
                        "总费用 " + total + " − 定额 " + price + "（负数为医院结余）",
                        "total " + total + " − fixed price " + price + " (negative: the hospital keeps it)"));
    }

    private static PlanTerm share(Worksheet sheet, String key) {
        return sheet.find(key)
                .orElseThrow(() -> new BenefitFault(
                        sheet.plan().id(),
                        "visit.fixed_price",
                        "the plan has no fixed price for this person and hospital level"));
    }

    /** A member for whom the fund does not pay: the split is shown, the patient bears all. */
    static void selfPaying(Worksheet sheet) {
        Standing standing = sheet.situation().member().standing();
        sheet.explainTheRestBy(
                () -> Reason.of("2 self-paying", "自费结算：" + standing.chinese(), "self-paying: " + standing.english()));
    }
}
