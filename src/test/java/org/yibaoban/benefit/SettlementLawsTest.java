package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.yibaoban.benefit.SettlementScenarios.Scenario;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** Every line of spec/settlement.md, section 3, on the real plans and on plans made up at random. */
class SettlementLawsTest {

    private static final List<SettlementField> NEVER_LOWERED = List.of(
            SettlementField.TOTAL,
            SettlementField.BASIC_FUND,
            SettlementField.LARGE_AMOUNT,
            SettlementField.SERIOUS_ILLNESS,
            SettlementField.SUPPLEMENT,
            SettlementField.ASSISTANCE);

    @Provide
    Arbitrary<Scenario> scenarios() {
        return SettlementScenarios.any();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void allThatIsPaidAddsUpToTheTotal(@ForAll("scenarios") Scenario scenario) {
        Settlement settlement = scenario.settle();
        Money paid = Money.sum(
                SettlementField.LAYERS.stream().map(settlement::amount).toList());
        assertThat(paid.plus(settlement.amount(SettlementField.PERSONAL)))
                .isEqualTo(settlement.amount(SettlementField.TOTAL));
        assertThat(settlement.amount(SettlementField.ACCOUNT).plus(settlement.amount(SettlementField.CASH)))
                .isEqualTo(settlement.amount(SettlementField.PERSONAL));
        assertThat(Money.sum(List.of(
                        settlement.amount(SettlementField.FULL_SELF_PAY),
                        settlement.amount(SettlementField.OVER_LIMIT),
                        settlement.amount(SettlementField.PRE_SELF_PAY),
                        settlement.amount(SettlementField.IN_SCOPE))))
                .isEqualTo(settlement.amount(SettlementField.TOTAL));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void noFieldIsNegativeButTheHospitalsAtAFixedPrice(@ForAll("scenarios") Scenario scenario) {
        Settlement settlement = scenario.settle();
        for (SettlementField field : SettlementField.values()) {
            boolean mayBe = field == SettlementField.HOSPITAL_LIABILITY
                    && scenario.visit().fixedPrice().isPresent();
            assertThat(settlement.amount(field).isNegative() && !mayBe)
                    .as(field.key())
                    .isFalse();
        }
        assertThat(settlement.burdenCounted().isNegative()).isFalse();
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void theOrderOfTheLinesChangesNothing(@ForAll("scenarios") Scenario scenario, @ForAll long order) {
        List<BenefitLine> shuffled = new ArrayList<>(scenario.lines());
        Collections.shuffle(shuffled, new Random(order));
        assertThat(scenario.with(shuffled).settle()).isEqualTo(scenario.settle());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void aLineAndItsReversalChangeNothing(@ForAll("scenarios") Scenario scenario, @ForAll("scenarios") Scenario other) {
        List<BenefitLine> lines = new ArrayList<>(scenario.lines());
        for (BenefitLine line : other.lines()) {
            lines.add(0, Lines.reversed(line));
            lines.add(line);
        }
        assertThat(scenario.with(lines).settle().amounts())
                .isEqualTo(scenario.settle().amounts());
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void aHigherChargeInScopeLowersNoFund(
            @ForAll("scenarios") Scenario scenario, @ForAll @IntRange(min = 1, max = 100_000) int fen) {
        List<BenefitLine> raised = new ArrayList<>(scenario.lines());
        for (int i = 0; i < raised.size(); i++) {
            BenefitLine line = raised.get(i);
            if (line.itemClass() != ItemClass.C) {
                Money more = new Money(BigDecimal.valueOf(fen % 3 == 0 ? fen : 1, 2));
                raised.set(i, Lines.withAmount(line, line.amount().plus(more)));
                break;
            }
        }
        Settlement before = scenario.settle();
        Settlement after = scenario.with(raised).settle();
        for (SettlementField field : NEVER_LOWERED) {
            assertThat(after.amount(field)).as(field.key()).isGreaterThanOrEqualTo(before.amount(field));
        }
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void whatAFundPaidEarlierNeverRaisesItsPay(
            @ForAll("scenarios") Scenario scenario, @ForAll @IntRange(min = 1, max = 10_000_000) int fen) {
        Money more = new Money(BigDecimal.valueOf(fen, 2));
        YearToDate y = scenario.year();
        Settlement before = scenario.settle();
        boolean stay = scenario.visit().type() == VisitType.INPATIENT;
        YearToDate fund = stay
                ? used(
                        y,
                        y.basicFund().plus(more),
                        y.largeAmount(),
                        y.seriousIllness(),
                        y.assistance(),
                        y.outpatientFund())
                : used(
                        y,
                        y.basicFund(),
                        y.largeAmount(),
                        y.seriousIllness(),
                        y.assistance(),
                        y.outpatientFund().plus(more));
        assertNotRaised(SettlementField.BASIC_FUND, before, scenario.with(fund));
        assertNotRaised(
                SettlementField.LARGE_AMOUNT,
                before,
                scenario.with(used(
                        y,
                        y.basicFund(),
                        y.largeAmount().plus(more),
                        y.seriousIllness(),
                        y.assistance(),
                        y.outpatientFund())));
        assertNotRaised(
                SettlementField.SERIOUS_ILLNESS,
                before,
                scenario.with(used(
                        y,
                        y.basicFund(),
                        y.largeAmount(),
                        y.seriousIllness().plus(more),
                        y.assistance(),
                        y.outpatientFund())));
        assertNotRaised(
                SettlementField.ASSISTANCE,
                before,
                scenario.with(used(
                        y,
                        y.basicFund(),
                        y.largeAmount(),
                        y.seriousIllness(),
                        y.assistance().plus(more),
                        y.outpatientFund())));
    }

    private static YearToDate used(
            YearToDate year, Money basic, Money large, Money serious, Money assistance, Money outpatient) {
        return new YearToDate(year.stays(), basic, large, year.seriousBurden(), serious, assistance, outpatient);
    }

    private static void assertNotRaised(SettlementField field, Settlement before, Scenario later) {
        assertThat(later.settle().amount(field)).as(field.key()).isLessThanOrEqualTo(before.amount(field));
    }

    @Property(shrinking = ShrinkingMode.OFF)
    void everyAmountIsExplained(@ForAll("scenarios") Scenario scenario) {
        Settlement settlement = scenario.settle();
        assertThat(settlement.explanation())
                .extracting(Explanation::field)
                .containsExactlyInAnyOrder(SettlementField.values());
        for (Explanation explanation : settlement.explanation()) {
            assertThat(explanation.amount()).isEqualTo(settlement.amount(explanation.field()));
            assertThat(explanation.clause()).startsWith("spec/settlement.md ");
            assertThat(explanation.chinese()).isNotBlank();
            assertThat(explanation.english()).isNotBlank();
            explanation.parameters().forEach(parameter -> {
                assertThat(parameter.source()).isNotBlank();
                assertThat(new Validity(parameter.from(), parameter.to())
                                .includes(scenario.plan().day()))
                        .as(parameter.key())
                        .isTrue();
            });
        }
    }
}
