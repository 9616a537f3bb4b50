package org.yibaoban.benefit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;

/** Builds plans for tests, figure by figure. */
final class TestPlan {

    static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Validity ALWAYS = new Validity(LocalDate.of(2026, 1, 1), Optional.empty());

    private final List<Plan.Step> steps = new ArrayList<>();
    private final List<PlanTerm> terms = new ArrayList<>();

    static TestPlan empty() {
        return new TestPlan();
    }

    /** A stay with this deductible, basic rate and cap. */
    static TestPlan stay(String deductible, String rate, String cap) {
        return empty().layer(Layer.DEDUCTIBLE)
                .layer(Layer.BASIC_FUND)
                .figure(PlanKeys.DEDUCTIBLE, deductible)
                .figure(PlanKeys.BASIC_RATE, rate)
                .figure(PlanKeys.BASIC_CAP, cap);
    }

    TestPlan layer(Layer layer) {
        steps.add(new Plan.Step(layer, Optional.empty(), "test", ALWAYS));
        return this;
    }

    TestPlan layerFor(Layer layer, PersonGroup group) {
        steps.add(new Plan.Step(layer, Optional.of(group), "test", ALWAYS));
        return this;
    }

    TestPlan figure(String key, String value) {
        return figure(key, Condition.ALWAYS, value);
    }

    TestPlan figureFor(String key, PersonGroup group, String value) {
        return figure(
                key, new Condition(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(group)), value);
    }

    TestPlan figureAt(String key, int level, String value) {
        return figure(
                key, new Condition(Optional.of(level), Optional.empty(), Optional.empty(), Optional.empty()), value);
    }

    TestPlan figure(String key, Condition condition, String value) {
        terms.add(new PlanTerm(
                key, condition, PlanKeys.unitOf(key).orElseThrow(), new BigDecimal(value), "test", ALWAYS));
        return this;
    }

    Plan plan() {
        return new Plan("test-plan", new Plan.Name("测试", "Test"), InsuranceType.RESIDENT, DAY, steps, terms);
    }
}
