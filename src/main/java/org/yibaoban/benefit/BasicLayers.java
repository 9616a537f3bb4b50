package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.BASIC_FUND;
import static org.yibaoban.benefit.SettlementField.DEDUCTIBLE;
import static org.yibaoban.benefit.SettlementField.OVER_CAP;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** Deductible and basic fund of a stay (spec/settlement.md 2.1 and 2.2). */
final class BasicLayers {

    private BasicLayers() {}

    static void deductible(Worksheet sheet) {
        PlanTerm term = sheet.require(PlanKeys.DEDUCTIBLE);
        Money inScope = sheet.charges().split().inScope();
        Optional<Money> paid = sheet.situation().visit().deductiblePaid();
        Money left =
                paid.map(earlier -> term.money().minus(earlier).floorZero()).orElse(term.money());
        Money amount = inScope.min(left);
        int stays = sheet.situation().year().stays();
        sheet.enter(
                DEDUCTIBLE,
                amount,
                () -> Reason.of(
                        "2.1",
                        "取符合范围 " + inScope + " 与起付线 " + term.money()
                                + paid.map(earlier -> " − 本次住院前期已付 " + earlier + "，尚余 " + left)
                                        .orElse("")
                                + " 中较小者（本年已住院 " + stays + " 次）",
                        "the smaller of in scope " + inScope + " and the deductible " + term.money()
                                + paid.map(earlier ->
                                                " − paid by the stay's earlier parts " + earlier + ", leaving " + left)
                                        .orElse("")
                                + " (earlier stays this year: " + stays + ")",
                        term));
    }

    static void basicFund(Worksheet sheet) {
        PlanTerm rateTerm = sheet.require(PlanKeys.BASIC_RATE);
        Rate rate = rateTerm.rate();
        YearlyCap cap = new YearlyCap(
                sheet.find(PlanKeys.BASIC_CAP), sheet.situation().year().basicFund());
        Money inScope = sheet.charges().split().inScope();
        Money deductible = sheet.get(DEDUCTIBLE);
        Money eligible = inScope.minus(deductible);
        BigDecimal exact = eligible.yuan().multiply(rate.share());
        // the comparison is made before rounding: 0.004 above the room already reaches the cap
        Optional<Money> room = cap.left().filter(left -> exact.compareTo(left.yuan()) > 0);
        Money pay = room.orElseGet(() -> Money.rounded(exact));
        Money covered = room.map(left -> coveredBy(left, rate)).orElse(eligible);
        Money overCap = eligible.minus(covered);
        sheet.setCoinsurance(covered.minus(pay));

        sheet.enter(BASIC_FUND, pay, () -> {
            String base = eligible + " = " + inScope + " − " + deductible;
            String product = Reason.product(eligible, rate);
            return Reason.of(
                            "2.2",
                            "可报 " + base + "；" + product + cap.chinese() + (room.isPresent() ? "，按尚余额度支付" : ""),
                            "eligible " + base + "; " + product + cap.english()
                                    + (room.isPresent() ? ", so what is left is paid" : ""),
                            rateTerm)
                    .with(cap.parameters());
        });
        sheet.enter(
                OVER_CAP, overCap, () -> overCapReason(room, eligible, rateTerm).with(cap.parameters()));
    }

    /** The part of the eligible charges that uses up the room: divided exactly, then rounded once. */
    private static Money coveredBy(Money room, Rate rate) {
        return new Money(room.yuan().divide(rate.share(), 2, RoundingMode.HALF_UP));
    }

    private static Reason overCapReason(Optional<Money> room, Money eligible, PlanTerm rateTerm) {
        Rate rate = rateTerm.rate();
        return room.map(left -> Reason.of(
                        "2.2",
                        "可报 " + eligible + " − 四舍五入(" + left + " ÷ " + rate + ") " + coveredBy(left, rate),
                        "eligible " + eligible + " − round(" + left + " ÷ " + rate + ") " + coveredBy(left, rate),
                        rateTerm))
                .orElseGet(() -> Reason.of("2.2", "未达年度限额", "the yearly cap is not reached"));
    }
}
