package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.benefit.FundLayersTest.assertAmount;
import static org.yibaoban.benefit.Settling.POOR;
import static org.yibaoban.benefit.Settling.RESIDENT;
import static org.yibaoban.benefit.Settling.STAY;
import static org.yibaoban.benefit.Settling.settle;
import static org.yibaoban.benefit.Settling.year;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.benefit.VisitTerms.Facility;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** What lightens the patient's share, and the visits that are no ordinary stay: spec/settlement.md 2.5 on. */
class PatientSideLayersTest {

    /** Supplement 90 % inside and 75 % outside, assistance 50 % up to 100, waiver, backstop above 10 %. */
    private static TestPlan forThePoor() {
        return TestPlan.stay("0", "0.80", "100000")
                .layerFor(Layer.SUPPLEMENT, PersonGroup.POOR)
                .layerFor(Layer.ASSISTANCE, PersonGroup.POOR)
                .layerFor(Layer.HOSPITAL_WAIVER, PersonGroup.POOR)
                .layerFor(Layer.BACKSTOP, PersonGroup.POOR)
                .figure(PlanKeys.SUPPLEMENT_INSIDE, "0.90")
                .figure(PlanKeys.SUPPLEMENT_OUTSIDE, "0.75")
                .figure(PlanKeys.ASSISTANCE_RATE, "0.50")
                .figure(PlanKeys.ASSISTANCE_CAP, "100")
                .figure(PlanKeys.BACKSTOP_SHARE, "0.10");
    }

    private static Settlement poor(BenefitLine... lines) {
        return settle(forThePoor(), POOR, YearToDate.NONE, STAY, lines);
    }

    @Test
    void theSupplementRoundsItsTwoPartsEach() {
        // inside 0.25 - 0.20 = 0.05, of which 0.045 -> 0.05; outside 0.06, of which 0.045 -> 0.05; together not 0.09
        Settlement settlement = poor(Lines.a("0.25"), Lines.c("0.06"));
        assertAmount(settlement, SettlementField.SUPPLEMENT, "0.10");
    }

    @Test
    void whatLiesAboveALimitIsOutsideForTheSupplement() {
        Settlement settlement = poor(Lines.limited(Lines.a("200.00"), "1", "100"));
        // inside 20 x 0.9 = 18, outside 100 x 0.75 = 75
        assertAmount(settlement, SettlementField.SUPPLEMENT, "93.00");
    }

    @Test
    void assistanceTakesItsShareOfWhatTheSupplementLeavesInside() {
        Settlement settlement = poor(Lines.a("4541.50"), Lines.b("800.00", "0.10"), Lines.c("150.00"));
        // in scope 5,261.50; inside 20 % of it + 80 = 1,132.30, less 1,019.07 = 113.23, half of it 56.615
        assertAmount(settlement, SettlementField.ASSISTANCE, "56.62");
    }

    @Test
    void assistanceStopsAtItsCap() {
        Settlement settlement =
                settle(forThePoor(), POOR, year(Map.of("assistance", "99.99")), STAY, Lines.a("1000.00"));
        assertAmount(settlement, SettlementField.ASSISTANCE, "0.01");
    }

    @Test
    void assistanceWithoutASupplementTakesItsShareOfAllInside() {
        TestPlan plan =
                TestPlan.stay("0", "0.80", "100000").layer(Layer.ASSISTANCE).figure(PlanKeys.ASSISTANCE_RATE, "0.50");
        assertAmount(settle(plan, Lines.a("1000.00")), SettlementField.ASSISTANCE, "100.00");
    }

    @Test
    void theWaiverIsTheSameShareOfWhatTheFundsLeave() {
        Settlement settlement = poor(Lines.a("900.00"), Lines.waived(Lines.a("100.00")));
        // 1,000 - 800 - 180 - 10 = 10; 10 x 100 / 1,000
        assertAmount(settlement, SettlementField.HOSPITAL_WAIVER, "1.00");
        assertAmount(settlement, SettlementField.PERSONAL, "9.00");
    }

    @Test
    void nothingIsWaivedOfNothing() {
        BenefitLine line = Lines.waived(Lines.a("10.00"));
        Settlement settlement = poor(line, Lines.reversed(line));
        SettlementField.LAYERS.forEach(field -> assertAmount(settlement, field, "0.00"));
        assertAmount(settlement, SettlementField.TOTAL, "0.00");
    }

    @Test
    void waivedUnderAPlanWithoutAWaiverIsIgnored() {
        Settlement settlement = settle(TestPlan.stay("0", "0.80", "100"), Lines.waived(Lines.a("10.00")));
        assertAmount(settlement, SettlementField.HOSPITAL_WAIVER, "0.00");
        assertAmount(settlement, SettlementField.PERSONAL, "2.00");
    }

    @ParameterizedTest
    @CsvSource({
        // outside the catalogue; the patient bears 10 + a quarter of it, the limit is 100 + a tenth of it
        "599.90, 0.00, 159.97",
        "600.00, 0.00, 160.00",
        "600.10, 0.01, 160.01",
        "700.00, 15.00, 170.00"
    })
    void theBackstopTakesWhatLiesAboveTheLimit(String outside, String backstop, String personal) {
        Settlement settlement = poor(Lines.a("1000.00"), Lines.c(outside));
        assertAmount(settlement, SettlementField.BACKSTOP, backstop);
        assertAmount(settlement, SettlementField.PERSONAL, personal);
    }

    @Test
    void theBackstopIsTheHospitalsWhenItIsAtFault() {
        Settlement settlement =
                settle(forThePoor(), POOR, YearToDate.NONE, Settling.hospitalLiable(), Lines.c("100.00"));
        assertAmount(settlement, SettlementField.BACKSTOP, "0.00");
        assertAmount(settlement, SettlementField.HOSPITAL_LIABILITY, "15.00");
        assertAmount(settlement, SettlementField.PERSONAL, "10.00");
    }

    @Test
    void whoeverIsNotCoveredGetsTheFundAlone() {
        Settlement settlement = settle(forThePoor(), Lines.waived(Lines.a("1000.00")), Lines.c("1000.00"));
        assertAmount(settlement, SettlementField.BASIC_FUND, "800.00");
        assertAmount(settlement, SettlementField.PERSONAL, "1200.00");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0.00, 324.00", "223.99, 223.99, 100.01", "224.00, 224.00, 100.00", "999.00, 224.00, 100.00"})
    void theAccountPaysInsideTheCatalogueAlone(String balance, String account, String cash) {
        TestPlan plan = TestPlan.stay("0", "0.80", "100000").layer(Layer.PERSONAL_ACCOUNT);
        Settlement settlement = settle(
                plan,
                Settling.withAccount(balance),
                YearToDate.NONE,
                STAY,
                Lines.limited(Lines.a("1060.00"), "1", "1000"),
                Lines.b("40.00", "0.50"),
                Lines.c("40.00"));
        // borne: 20 % of 1,020, 20 first, 60 above the limit, 40 outside
        assertAmount(settlement, SettlementField.PERSONAL, "324.00");
        assertAmount(settlement, SettlementField.ACCOUNT, account);
        assertAmount(settlement, SettlementField.CASH, cash);
    }

    @ParameterizedTest
    @CsvSource({"0.00, 50.00", "60.00, 40.00", "100.00, 0.00", "120.00, 0.00"})
    void anOutpatientVisitGoesByRateAndCapAlone(String earlier, String pays) {
        TestPlan plan = TestPlan.stay("10", "0.80", "1000")
                .layer(Layer.PERSONAL_ACCOUNT)
                .figure(PlanKeys.OUTPATIENT_RATE, "0.50")
                .figure(PlanKeys.OUTPATIENT_CAP, "100");
        Settlement settlement = settle(
                plan,
                Settling.withAccount("500"),
                year(Map.of("outpatient_fund", earlier)),
                Settling.outpatient(),
                Lines.a("100.00"));
        assertAmount(settlement, SettlementField.BASIC_FUND, pays);
        assertAmount(settlement, SettlementField.DEDUCTIBLE, "0.00");
        assertAmount(settlement, SettlementField.ACCOUNT, "0.00");
        assertThat(settlement.burdenCounted()).isEqualTo(Money.ZERO);
    }

    @Test
    void aFixedPriceLeavesTheHospitalItsSurplus() {
        Settlement settlement =
                settle(fixedPrices(), POOR, YearToDate.NONE, Settling.fixedPrice("1000.00", 2), Lines.a("900.00"));
        assertAmount(settlement, SettlementField.BASIC_FUND, "800.00");
        assertAmount(settlement, SettlementField.SUPPLEMENT, "180.00");
        assertAmount(settlement, SettlementField.HOSPITAL_LIABILITY, "-100.00");
        assertAmount(settlement, SettlementField.PERSONAL, "20.00");
        assertAmount(settlement, SettlementField.IN_SCOPE, "900.00");
        assertAmount(settlement, SettlementField.DEDUCTIBLE, "0.00");
        YearToDate after = settlement.addedTo(YearToDate.NONE, FundPool.STAY);
        assertThat(after.basicFund()).isEqualTo(Money.of("800.00"));
        assertThat(after.seriousBurden()).isEqualTo(Money.ZERO);
        assertThat(after.stays()).isEqualTo(1);
    }

    @Test
    void aFixedPriceKnowsNoCap() {
        Settlement settlement = settle(
                fixedPrices(),
                POOR,
                year(Map.of("basic_fund", "100000")),
                Settling.fixedPrice("1000.00", 2),
                Lines.a("1100.00"));
        assertAmount(settlement, SettlementField.BASIC_FUND, "800.00");
        assertAmount(settlement, SettlementField.HOSPITAL_LIABILITY, "100.00");
    }

    private static TestPlan fixedPrices() {
        Condition poorAtLevel2 =
                new Condition(Optional.of(2), Optional.empty(), Optional.empty(), Optional.of(PersonGroup.POOR));
        return forThePoor()
                .figure(PlanKeys.FIXED_PRICE_BASIC, poorAtLevel2, "0.80")
                .figure(PlanKeys.FIXED_PRICE_SUPPLEMENT, poorAtLevel2, "0.18");
    }

    @ParameterizedTest
    @EnumSource(value = Standing.class, mode = EnumSource.Mode.EXCLUDE, names = "ACTIVE")
    void aMemberWithoutStandingPaysAll(Standing standing) {
        Member member = new Member(MemberCategory.RESIDENT, true, Money.of("500"), standing);
        TestPlan plan = forThePoor().layer(Layer.PERSONAL_ACCOUNT);
        Settlement settlement = settle(plan, member, YearToDate.NONE, STAY, Lines.b("100.00", "0.10"), Lines.c("5.00"));
        assertThat(settlement.standing()).isEqualTo(standing);
        assertAmount(settlement, SettlementField.PRE_SELF_PAY, "10.00");
        assertAmount(settlement, SettlementField.IN_SCOPE, "90.00");
        SettlementField.LAYERS.forEach(field -> assertAmount(settlement, field, "0.00"));
        assertAmount(settlement, SettlementField.PERSONAL, "105.00");
        assertAmount(settlement, SettlementField.CASH, "105.00");
        assertThat(settlement
                        .explanation()
                        .get(settlement.explanation().size() - 1)
                        .chinese())
                .contains(standing.chinese());
        assertThat(settlement.addedTo(YearToDate.NONE, FundPool.STAY)).isEqualTo(YearToDate.NONE);
    }

    @Test
    void whatThePlanHasNoTermsForNamesPlanAndKey() {
        assertFault(forThePoor(), RESIDENT, Settling.outpatient(), "visit.type");
        assertFault(TestPlan.empty().figure(PlanKeys.OUTPATIENT_RATE, "0.5"), RESIDENT, STAY, "visit.type");
        assertFault(forThePoor(), POOR, Settling.fixedPrice("1", 2), "visit.fixed_price");
        assertFault(fixedPrices(), RESIDENT, Settling.fixedPrice("1", 2), "visit.fixed_price");
        assertFault(fixedPrices(), POOR, Settling.fixedPrice("1", 1), "visit.fixed_price");
        TestPlan byFacility = TestPlan.empty()
                .figure(
                        PlanKeys.OUTPATIENT_RATE,
                        new Condition(
                                Optional.empty(), Optional.of(Facility.STATION), Optional.empty(), Optional.empty()),
                        "0.60");
        assertFault(byFacility, RESIDENT, Settling.outpatient(), "visit.facility");
        VisitTerms noLevel =
                new VisitTerms(VisitType.INPATIENT, Optional.empty(), Optional.empty(), false, Optional.empty());
        TestPlan byLevel = TestPlan.stay("0", "0.5", "1")
                .figureAt(PlanKeys.LARGE_RATE, 2, "0.5")
                .layer(Layer.LARGE_AMOUNT);
        assertFault(byLevel, RESIDENT, noLevel, "visit.hospital_level");
        assertFault(byLevel, RESIDENT, VisitTerms.inpatient(3), "large_amount.rate");
    }

    private static void assertFault(TestPlan plan, Member member, VisitTerms visit, String key) {
        assertThatThrownBy(() -> settle(plan, member, YearToDate.NONE, visit, Lines.a("10.00")))
                .isInstanceOfSatisfying(BenefitFault.class, fault -> {
                    assertThat(fault.planId()).isEqualTo("test-plan");
                    assertThat(fault.key()).isEqualTo(key);
                    assertThat(fault).hasMessageContaining("test-plan").hasMessageContaining(key);
                });
    }

    @Test
    void aBadLineIsNamedByItsNumber() {
        BenefitLine bad =
                new BenefitLine(Money.of("1"), ItemClass.B, Optional.empty(), BigDecimal.ONE, Optional.empty(), false);
        assertThatThrownBy(() -> settle(forThePoor(), Lines.a("1.00"), bad))
                .isInstanceOfSatisfying(
                        BenefitFault.class, fault -> assertThat(fault.key()).isEqualTo("lines[2].pre_self_pay_rate"));
    }

    @Test
    void reversalsBeyondTheChargesAreRefused() {
        assertThatThrownBy(() -> settle(forThePoor(), Lines.a("1.00"), Lines.a("-1.01")))
                .isInstanceOf(BenefitFault.class)
                .hasMessageContaining("reversals exceed");
    }

    @Test
    void theYearAddsUpFromStays() {
        Settlement settlement = settle(TestPlan.stay("100", "0.80", "100000"), Lines.a("1100.00"));
        YearToDate after = settlement.addedTo(year(Map.of("stays", "1", "basic_fund", "50")), FundPool.STAY);
        assertThat(after).isEqualTo(year(Map.of("stays", "2", "basic_fund", "850.00", "serious_burden", "300.00")));
    }
}
