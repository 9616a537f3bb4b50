package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.benefit.Settling.RESIDENT;
import static org.yibaoban.benefit.Settling.STAY;
import static org.yibaoban.benefit.Settling.settle;
import static org.yibaoban.benefit.Settling.year;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/** Tables for what the funds pay of a stay: spec/settlement.md 2.1 to 2.4. */
class FundLayersTest {

    @ParameterizedTest
    @CsvSource({"499.99, 499.99, 0.00", "500.00, 500.00, 0.00", "500.01, 500.00, 0.01", "0.00, 0.00, 0.00"})
    void theDeductibleIsAtMostWhatIsInScope(String inScope, String deductible, String fund) {
        Settlement settlement = settle(TestPlan.stay("500", "0.80", "10000"), Lines.a(inScope));
        assertAmount(settlement, SettlementField.DEDUCTIBLE, deductible);
        assertAmount(settlement, SettlementField.BASIC_FUND, fund);
    }

    @ParameterizedTest
    @CsvSource({
        // eligible, rate, room; basic fund, above the cap
        "1176.47, 0.85, 1000.00, 1000.00, 0.00",
        "1176.48, 0.85, 1000.00, 1000.00, 0.01",
        // 0.03 x 0.30 = 0.009 is below the room of 0.01 before rounding, and is 0.01 after it
        "0.03, 0.30, 0.01, 0.01, 0.00",
        "0.04, 0.30, 0.01, 0.01, 0.01",
        // passes the room by less than a fen, yet nothing lies above the cap: 1.49 / 0.90 = 1.6555...
        "1.66, 0.90, 1.49, 1.49, 0.00",
        "1.67, 0.90, 1.49, 1.49, 0.01",
        "100.00, 0.80, 0.00, 0.00, 100.00",
        "100.00, 0.00, 0.00, 0.00, 0.00",
        "100.00, 1, 99.99, 99.99, 0.01"
    })
    void theCapIsComparedBeforeRounding(String eligible, String rate, String room, String fund, String overCap) {
        Settlement settlement = settle(TestPlan.stay("0", rate, room), Lines.a(eligible));
        assertAmount(settlement, SettlementField.BASIC_FUND, fund);
        assertAmount(settlement, SettlementField.OVER_CAP, overCap);
    }

    @Test
    void whatACapLeavesIsNeverBelowZero() {
        YearToDate year = year(Map.of("basic_fund", "120.00"));
        Settlement settlement = settle(TestPlan.stay("0", "0.80", "100"), RESIDENT, year, STAY, Lines.a("50.00"));
        assertAmount(settlement, SettlementField.BASIC_FUND, "0.00");
        assertAmount(settlement, SettlementField.OVER_CAP, "50.00");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 90.00", "40.00, 60.00", "100.00, 0.00", "150.00, 0.00"})
    void largeAmountPaysAShareOfWhatLiesAboveTheCap(String earlier, String pays) {
        TestPlan plan = TestPlan.stay("0", "0.80", "0")
                .layer(Layer.LARGE_AMOUNT)
                .figure(PlanKeys.LARGE_RATE, "0.90")
                .figure(PlanKeys.LARGE_CAP, "100");
        Settlement settlement = settle(plan, RESIDENT, year(Map.of("large_amount", earlier)), STAY, Lines.a("100.00"));
        assertAmount(settlement, SettlementField.LARGE_AMOUNT, pays);
    }

    @Test
    void largeAmountWithoutACapPaysOn() {
        TestPlan plan =
                TestPlan.stay("0", "0.80", "0").layer(Layer.LARGE_AMOUNT).figure(PlanKeys.LARGE_RATE, "0.90");
        YearToDate year = year(Map.of("large_amount", "9000000"));
        assertAmount(settle(plan, RESIDENT, year, STAY, Lines.a("1000000")), SettlementField.LARGE_AMOUNT, "900000.00");
    }

    @ParameterizedTest
    @CsvSource({
        // earlier burden, this burden, pays; threshold 1,000, first 500 at 50 %, next 300 at 60 %, rest at 70 %
        "0.00, 1000.00, 0.00",
        "0.00, 1000.01, 0.01",
        "900.00, 600.00, 250.00",
        "900.00, 601.00, 250.60",
        "1500.00, 300.00, 180.00",
        "1500.00, 301.00, 180.70",
        "5000.00, 10.00, 7.00",
        "0.00, 2000.00, 570.00",
        // the difference is rounded once: 0.51 - 0.005 = 0.505, while 0.51 - 0.01 would be 0.50
        "1000.01, 1.01, 0.51"
    })
    void seriousIllnessPaysTheDifferenceOfTheYear(String earlier, String burden, String pays) {
        Settlement settlement =
                settle(bands(), RESIDENT, year(Map.of("serious_burden", earlier)), STAY, Lines.a(burden));
        assertAmount(settlement, SettlementField.SERIOUS_ILLNESS, pays);
        assertThat(settlement.burdenCounted()).isEqualTo(Money.of(burden));
    }

    @Test
    void seriousIllnessStopsAtItsCap() {
        TestPlan plan = bands().figure(PlanKeys.SERIOUS_CAP, "600");
        YearToDate year = year(Map.of("serious_burden", "5000", "serious_illness", "597.00"));
        assertAmount(settle(plan, RESIDENT, year, STAY, Lines.a("10.00")), SettlementField.SERIOUS_ILLNESS, "3.00");
    }

    @Test
    void theBurdenCountsDeductibleCoinsuranceAndWhatLiesAboveTheCap() {
        Settlement settlement =
                settle(TestPlan.stay("100", "0.80", "400"), Lines.a("1100.00"), Lines.b("50", "0.20"), Lines.c("30"));
        // in scope 1,140; eligible 1,040; the cap of 400 covers 500, so 540 above it; coinsurance 100
        assertAmount(settlement, SettlementField.OVER_CAP, "540.00");
        assertThat(settlement.burdenCounted()).isEqualTo(Money.of("740.00"));
    }

    @Test
    void figuresGoByLevelStayAndPerson() {
        TestPlan plan = TestPlan.empty()
                .layer(Layer.DEDUCTIBLE)
                .layer(Layer.BASIC_FUND)
                .figure(
                        PlanKeys.DEDUCTIBLE,
                        new Condition(
                                Optional.of(2), Optional.empty(), Optional.of(Condition.Stay.FIRST), Optional.empty()),
                        "600")
                .figure(
                        PlanKeys.DEDUCTIBLE,
                        new Condition(
                                Optional.of(2), Optional.empty(), Optional.of(Condition.Stay.LATER), Optional.empty()),
                        "300")
                .figure(PlanKeys.BASIC_RATE, "0.50")
                .figureFor(PlanKeys.BASIC_RATE, PersonGroup.RESIDENT, "0.60")
                .figureFor(PlanKeys.BASIC_RATE, PersonGroup.POOR, "0.70");
        assertAmount(settle(plan, Lines.a("1000.00")), SettlementField.BASIC_FUND, "240.00");
        YearToDate later = year(Map.of("stays", "1"));
        assertAmount(settle(plan, RESIDENT, later, STAY, Lines.a("1000.00")), SettlementField.BASIC_FUND, "420.00");
        assertAmount(
                settle(plan, Settling.POOR, later, STAY, Lines.a("1000.00")), SettlementField.BASIC_FUND, "490.00");
        assertAmount(
                settle(plan, Settling.withAccount("0"), later, STAY, Lines.a("1000.00")),
                SettlementField.BASIC_FUND,
                "350.00");
    }

    private static TestPlan bands() {
        return TestPlan.stay("0", "0", "0")
                .layer(Layer.SERIOUS_ILLNESS)
                .figure(PlanKeys.SERIOUS_THRESHOLD, "1000")
                .figure(PlanKeys.bandWidth(1), "500")
                .figure(PlanKeys.bandRate(1), "0.50")
                .figure(PlanKeys.bandWidth(2), "300")
                .figure(PlanKeys.bandRate(2), "0.60")
                .figure(PlanKeys.bandRate(3), "0.70");
    }

    static void assertAmount(Settlement settlement, SettlementField field, String amount) {
        assertThat(settlement.amount(field)).as(field.key()).isEqualTo(Money.of(amount));
    }
}
