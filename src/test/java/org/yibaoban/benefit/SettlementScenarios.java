package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.benefit.VisitTerms.Facility;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.PlanReader;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.visit.VisitType;

/**
 * Makes visits for the laws: half of them under the real plans, half under plans made up at random, with amounts that
 * crowd round the caps. Everything follows from one seed, so that a failure can be run again.
 */
final class SettlementScenarios {

    private static final List<Plan> REAL_PLANS = realPlans();
    private static final List<String> RATES = List.of("0", "0.05", "0.095", "0.333", "0.5", "0.6", "0.87", "0.9", "1");
    private static final List<Integer> SIZES = List.of(1, 10, 500, 8_000, 60_000, 400_000);

    private final Random random;

    private SettlementScenarios(long seed) {
        this.random = new Random(seed);
    }

    /** A visit with all that it is settled by. */
    record Scenario(long seed, Plan plan, Member member, YearToDate year, VisitTerms visit, List<BenefitLine> lines) {

        Settlement settle() {
            return BenefitEngine.settle(plan, member, year, visit, lines);
        }

        Scenario with(List<BenefitLine> other) {
            return new Scenario(seed, plan, member, year, visit, other);
        }

        Scenario with(YearToDate other) {
            return new Scenario(seed, plan, member, other, visit, lines);
        }

        @Override
        public String toString() {
            return "seed " + seed + ", plan " + plan.id() + ", " + member + ", " + year + ", " + visit + ", " + lines;
        }
    }

    static Arbitrary<Scenario> any() {
        return Arbitraries.longs().map(seed -> new SettlementScenarios(seed).scenario(seed));
    }

    private static List<Plan> realPlans() {
        Plans plans = PlanReader.read(RepositoryFiles.config());
        return plans.ids().stream()
                .map(id -> plans.atReference(id).orElseThrow())
                .toList();
    }

    private Scenario scenario(long seed) {
        Plan plan = random.nextBoolean() ? oneOf(REAL_PLANS) : randomPlan();
        Member member = new Member(
                oneOf(List.of(MemberCategory.values())),
                random.nextBoolean(),
                random.nextBoolean(),
                money(5_000),
                random.nextInt(20) == 0 ? oneOf(List.of(Standing.values())) : Standing.ACTIVE);
        return new Scenario(seed, plan, member, year(plan), visit(plan, member), lines());
    }

    private YearToDate year(Plan plan) {
        if (random.nextInt(3) == 0) {
            return YearToDate.NONE;
        }
        return new YearToDate(
                random.nextInt(3),
                near(plan, PlanKeys.BASIC_CAP),
                near(plan, PlanKeys.LARGE_CAP),
                near(plan, PlanKeys.SERIOUS_THRESHOLD),
                near(plan, PlanKeys.SERIOUS_CAP),
                near(plan, PlanKeys.ASSISTANCE_CAP),
                near(plan, PlanKeys.OUTPATIENT_CAP));
    }

    /** An amount around a cap of the plan, on either side of it. */
    private Money near(Plan plan, String key) {
        Money cap = plan.terms().stream()
                .filter(term -> term.key().equals(key))
                .findFirst()
                .map(PlanTerm::money)
                .orElse(Money.ZERO);
        Money off = money(oneOf(List.of(1, 100, 20_000)));
        return (random.nextInt(4) == 0 ? cap.plus(off) : cap.minus(off)).floorZero();
    }

    private VisitTerms visit(Plan plan, Member member) {
        boolean outpatient = plan.settlesOutpatientVisits() && (!plan.settlesStays() || random.nextInt(4) == 0);
        int level = 1 + random.nextInt(3);
        VisitTerms visit = new VisitTerms(
                outpatient ? VisitType.OUTPATIENT : VisitType.INPATIENT,
                Optional.of(level),
                Optional.of(oneOf(List.of(Facility.values()))),
                random.nextInt(4) == 0,
                Optional.empty());
        boolean fixedPrice = !outpatient
                && random.nextInt(4) == 0
                && plan.find(PlanKeys.FIXED_PRICE_BASIC, new Situation(member, YearToDate.NONE, visit))
                        .isPresent();
        return fixedPrice
                ? new VisitTerms(
                        visit.type(),
                        visit.hospitalLevel(),
                        visit.facility(),
                        visit.hospitalLiable(),
                        Optional.of(money(20_000)))
                : visit;
    }

    private List<BenefitLine> lines() {
        List<BenefitLine> lines = new ArrayList<>();
        int size = oneOf(SIZES);
        for (int count = random.nextInt(6); count > 0; count--) {
            ItemClass itemClass = oneOf(List.of(ItemClass.A, ItemClass.A, ItemClass.B, ItemClass.C));
            lines.add(new BenefitLine(
                    money(size),
                    itemClass,
                    itemClass == ItemClass.B ? Optional.of(Rate.of(oneOf(RATES))) : Optional.empty(),
                    BigDecimal.valueOf(random.nextInt(100), 1),
                    random.nextInt(3) == 0
                            ? Optional.of(BigDecimal.valueOf(random.nextInt(size * 1000), 4))
                            : Optional.empty(),
                    random.nextInt(4) == 0));
        }
        return lines;
    }

    private Plan randomPlan() {
        TestPlan plan = TestPlan.stay(cap(2_000), rate(), cap(100_000));
        if (random.nextBoolean()) {
            plan.layer(Layer.LARGE_AMOUNT).figure(PlanKeys.LARGE_RATE, rate());
            maybe(() -> plan.figure(PlanKeys.LARGE_CAP, cap(50_000)));
        } else {
            bands(plan);
        }
        maybe(() -> plan.layerFor(Layer.SUPPLEMENT, oneOf(List.of(PersonGroup.values())))
                .figure(PlanKeys.SUPPLEMENT_INSIDE, rate())
                .figure(PlanKeys.SUPPLEMENT_OUTSIDE, rate()));
        maybe(() -> plan.layer(Layer.ASSISTANCE)
                .figure(PlanKeys.ASSISTANCE_RATE, rate())
                .figure(PlanKeys.ASSISTANCE_CAP, cap(5_000)));
        maybe(() -> plan.layerFor(Layer.HOSPITAL_WAIVER, PersonGroup.POOR));
        maybe(() -> plan.layer(Layer.BACKSTOP).figure(PlanKeys.BACKSTOP_SHARE, rate()));
        maybe(() -> plan.layer(Layer.PERSONAL_ACCOUNT));
        maybe(() -> plan.figure(PlanKeys.OUTPATIENT_RATE, rate()).figure(PlanKeys.OUTPATIENT_CAP, cap(500)));
        maybe(() -> plan.figureAt(PlanKeys.FIXED_PRICE_BASIC, 2, "0.5")
                .figureAt(PlanKeys.FIXED_PRICE_SUPPLEMENT, 2, oneOf(List.of("0", "0.333", "0.5"))));
        return plan.plan();
    }

    private void bands(TestPlan plan) {
        plan.layer(Layer.SERIOUS_ILLNESS).figure(PlanKeys.SERIOUS_THRESHOLD, cap(20_000));
        int bands = 1 + random.nextInt(3);
        for (int number = 1; number <= bands; number++) {
            plan.figure(PlanKeys.bandRate(number), rate());
            if (number < bands) {
                plan.figure(PlanKeys.bandWidth(number), cap(20_000));
            }
        }
        maybe(() -> plan.figure(PlanKeys.SERIOUS_CAP, cap(100_000)));
    }

    private void maybe(Runnable step) {
        if (random.nextBoolean()) {
            step.run();
        }
    }

    private String rate() {
        return random.nextBoolean() ? oneOf(RATES) : "0." + (100 + random.nextInt(900));
    }

    private String cap(int most) {
        return money(most).toString();
    }

    private Money money(int most) {
        return new Money(BigDecimal.valueOf(random.nextInt(most * 100 + 1), 2));
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
