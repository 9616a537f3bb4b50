package org.yibaoban.benefit;

import static org.yibaoban.benefit.SettlementField.LARGE_AMOUNT;
import static org.yibaoban.benefit.SettlementField.OVER_CAP;
import static org.yibaoban.benefit.SettlementField.SERIOUS_ILLNESS;

import java.math.BigDecimal;
import org.yibaoban.money.Money;

/** What is paid above the basic fund: large amount for employees, serious illness for residents (2.3 and 2.4). */
final class ExtraFundLayers {

    private ExtraFundLayers() {}

    static void largeAmount(Worksheet sheet) {
        PlanTerm rate = sheet.require(PlanKeys.LARGE_RATE);
        YearlyCap cap = new YearlyCap(
                sheet.find(PlanKeys.LARGE_CAP), sheet.situation().year().largeAmount());
        Money overCap = sheet.get(OVER_CAP);
        sheet.enter(LARGE_AMOUNT, cap.limit(rate.rate().of(overCap)), () -> {
            String product = Reason.product(overCap, rate.rate());
            return Reason.of("2.3", "超封顶线 " + product + cap.chinese(), "above the cap " + product + cap.english(), rate)
                    .with(cap.parameters());
        });
    }

    static void seriousIllness(Worksheet sheet) {
        Bands bands = Bands.of(sheet);
        YearlyCap cap = new YearlyCap(
                sheet.find(PlanKeys.SERIOUS_CAP), sheet.situation().year().seriousIllness());
        Money earlier = sheet.situation().year().seriousBurden();
        Money burden = sheet.burden();
        Money after = earlier.plus(burden);
        BigDecimal paidBefore = bands.apply(earlier);
        BigDecimal paidAfter = bands.apply(after);
        BigDecimal exact = paidAfter.subtract(paidBefore);
        sheet.enter(SERIOUS_ILLNESS, cap.limit(Money.rounded(exact)), () -> {
            String figures =
                    paidAfter.toPlainString() + " − " + paidBefore.toPlainString() + " = " + Money.inWords(exact);
            return new Reason(
                            "2.4",
                            "本次合规自付 " + burden + "，年内此前 " + earlier + "，累计 " + after + "，起付 "
                                    + bands.threshold().money() + "；分段累计应付 " + figures + cap.chinese(),
                            "burden of this stay " + burden + ", earlier " + earlier + ", together " + after
                                    + ", threshold " + bands.threshold().money() + "; by the bands " + figures
                                    + cap.english(),
                            bands.parameters())
                    .with(cap.parameters());
        });
    }
}
