package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.ACCOUNT;
import static org.yibaoban.benefit.SettlementField.CASH;
import static org.yibaoban.benefit.SettlementField.FULL_SELF_PAY;
import static org.yibaoban.benefit.SettlementField.IN_SCOPE;
import static org.yibaoban.benefit.SettlementField.OVER_LIMIT;
import static org.yibaoban.benefit.SettlementField.PERSONAL;
import static org.yibaoban.benefit.SettlementField.PRE_SELF_PAY;
import static org.yibaoban.benefit.SettlementField.TOTAL;

import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/**
 * Works out who pays what for a visit, to the fen, by spec/settlement.md. The same arithmetic serves the estimate, the
 * check of the payer's answer and the payer sandbox. Pure: the same input gives the same settlement, at any time.
 */
public final class BenefitEngine {

    private static final Supplier<Reason> OVER_LIMIT_REASON = Reason.fixed(
            "1",
            "甲、乙类逐行超过限价（数量 × 单价限额，四舍五入到分）部分之和",
            "class A and B, line by line above quantity × unit limit, half-up to the fen");
    private static final Supplier<Reason> PRE_SELF_PAY_REASON = Reason.fixed(
            "1",
            "乙类逐行（金额 − 超限价）× 先行自付比例，四舍五入到分，再求和",
            "class B, line by line (amount − over limit) × its rate, half-up to the fen, then added");
    private static final Supplier<Reason> IN_SCOPE_REASON =
            Reason.fixed("1", "逐行扣除前三部分后之和", "what the other three parts leave of each line");

    private BenefitEngine() {}

    /**
     * Settles a visit by a plan as it stands on the day of discharge.
     *
     * @param year what the person used earlier in the plan year
     * @throws BenefitFault when the plan has no terms for the visit, or a line is wrong
     */
    public static Settlement settle(
            Plan plan, Member member, YearToDate year, VisitTerms visit, List<BenefitLine> lines) {
        Worksheet sheet = new Worksheet(plan, new Situation(member, year, visit), Charges.of(plan.id(), lines));
        enterSplit(sheet);
        wayOf(sheet.situation()).settle(sheet);
        enterPatientShare(sheet);
        return sheet.settlement();
    }

    private static VisitSettling wayOf(Situation at) {
        if (at.member().standing() != Standing.ACTIVE) {
            return VisitSettling::selfPaying;
        }
        if (at.visit().fixedPrice().isPresent()) {
            return VisitSettling::fixedPrice;
        }
        if (at.visit().disease().isPresent()) {
            return VisitSettling::outpatientDisease;
        }
        return switch (at.visit().type()) {
            case INPATIENT -> VisitSettling::stay;
            case OUTPATIENT -> VisitSettling::outpatient;
        };
    }

    private static void enterSplit(Worksheet sheet) {
        ChargeSplit split = sheet.charges().split();
        int lines = sheet.charges().lines();
        sheet.enter(TOTAL, split.total(), () -> {
            String parts = split.fullSelfPay() + " + " + split.overLimit() + " + " + split.preSelfPay() + " + "
                    + split.inScope();
            return Reason.of("1", "四部分之和 " + parts, "the sum of the four parts " + parts);
        });
        sheet.enter(
                FULL_SELF_PAY,
                split.fullSelfPay(),
                () -> Reason.of(
                        "1", lines + " 行费用中丙类及目录外之和", "class C and outside the catalogue, of " + lines + " lines"));
        sheet.enter(OVER_LIMIT, split.overLimit(), OVER_LIMIT_REASON);
        sheet.enter(PRE_SELF_PAY, split.preSelfPay(), PRE_SELF_PAY_REASON);
        sheet.enter(IN_SCOPE, split.inScope(), IN_SCOPE_REASON);
    }

    private static void enterPatientShare(Worksheet sheet) {
        if (!sheet.has(PERSONAL)) {
            ShareLayers.personal(sheet);
        }
        Money personal = sheet.get(PERSONAL);
        Money account = sheet.get(ACCOUNT);
        sheet.enter(
                CASH,
                personal.minus(account),
                () -> Reason.of(
                        "2.9",
                        "个人负担 " + personal + " − 个人账户 " + account,
                        "borne by the patient " + personal + " − personal account " + account));
    }
}
