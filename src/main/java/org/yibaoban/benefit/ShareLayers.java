package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.ACCOUNT;
import static org.yibaoban.benefit.SettlementField.BACKSTOP;
import static org.yibaoban.benefit.SettlementField.HOSPITAL_LIABILITY;
import static org.yibaoban.benefit.SettlementField.HOSPITAL_WAIVER;
import static org.yibaoban.benefit.SettlementField.PERSONAL;
import static org.yibaoban.benefit.SettlementField.TOTAL;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.money.Money;

/** What takes load off the patient's own share: waiver, backstop and personal account (spec/settlement.md 2.7 to 2.9). */
final class ShareLayers {

    private ShareLayers() {}

    static void hospitalWaiver(Worksheet sheet) {
        Money total = sheet.get(TOTAL);
        Money waived = sheet.charges().waived();
        Money rest = sheet.stillBorne();
        BigDecimal product = rest.yuan().multiply(waived.yuan());
        Money amount = total.isZero() ? Money.ZERO : new Money(product.divide(total.yuan(), 2, RoundingMode.HALF_UP));
        Plan plan = sheet.plan();
        sheet.enter(HOSPITAL_WAIVER, amount, () -> {
            String figures = rest + " × " + waived + " ÷ " + total;
            return Reason.of(
                            "2.7",
                            "各基金支付后余额 × 减免项目费用 ÷ 总费用：" + figures + "，四舍五入到分",
                            "what the funds leave × charges of waived items ÷ total: " + figures
                                    + ", half-up to the fen")
                    .with(stepParameters(plan, Layer.HOSPITAL_WAIVER));
        });
    }

    static void backstop(Worksheet sheet) {
        PlanTerm share = sheet.require(PlanKeys.BACKSTOP_SHARE);
        Money total = sheet.get(TOTAL);
        Money limit = share.rate().of(total);
        Money borne = sheet.stillBorne();
        Money excess = borne.minus(limit).floorZero();
        boolean hospitalPays = sheet.situation().visit().hospitalLiable();
        Plan plan = sheet.plan();
        Supplier<Reason> computed = () -> {
            String figures = borne + " − " + limit + " (" + Reason.product(total, share.rate()) + ")";
            return Reason.of(
                            "2.8",
                            "个人负担超过限额部分，不低于 0：" + figures + (hospitalPays ? "；属医院责任，由医院承担" : "；由政府兜底"),
                            "what the patient bears above the limit, never below 0: " + figures
                                    + (hospitalPays ? "; the hospital's fault, so it pays" : "; the government pays"),
                            share)
                    .with(stepParameters(plan, Layer.BACKSTOP));
        };
        Supplier<Reason> nothing = () -> Reason.of(
                "2.8",
                hospitalPays ? "超过限额部分由医院承担" : "未认定医院责任",
                hospitalPays ? "the hospital bears the excess" : "not marked as the hospital's fault");
        sheet.enter(BACKSTOP, hospitalPays ? Money.ZERO : excess, hospitalPays ? nothing : computed);
        sheet.enter(HOSPITAL_LIABILITY, hospitalPays ? excess : Money.ZERO, hospitalPays ? computed : nothing);
    }

    /** What is left for the patient. */
    static void personal(Worksheet sheet) {
        Money personal = sheet.stillBorne();
        if (personal.isNegative()) {
            throw new IllegalStateException("plan " + sheet.plan().id() + " pays more than the visit cost");
        }
        Money total = sheet.get(TOTAL);
        Money paid = total.minus(personal);
        sheet.enter(
                PERSONAL,
                personal,
                () -> Reason.of(
                        "2.9", "总费用 " + total + " − 各方支付 " + paid, "total " + total + " − what others pay " + paid));
    }

    static void personalAccount(Worksheet sheet) {
        personal(sheet);
        Money balance = sheet.situation().member().accountBalance();
        ChargeSplit split = sheet.charges().split();
        Money borne = sheet.get(PERSONAL);
        Money payable =
                borne.minus(split.fullSelfPay()).minus(split.overLimit()).floorZero();
        Plan plan = sheet.plan();
        sheet.enter(ACCOUNT, balance.min(payable), () -> {
            String figures = payable + " = " + borne + " − " + split.fullSelfPay() + " − " + split.overLimit();
            return Reason.of(
                            "2.9",
                            "取账户余额 " + balance + " 与目录内个人负担（不低于 0）" + figures + " 中较小者",
                            "the smaller of the balance " + balance
                                    + " and the patient's share inside the catalogue, never below 0: " + figures)
                    .with(stepParameters(plan, Layer.PERSONAL_ACCOUNT));
        });
    }

    private static List<Explanation.Parameter> stepParameters(Plan plan, Layer layer) {
        return plan.step(layer).map(step -> List.of(step.parameter())).orElse(List.of());
    }
}
