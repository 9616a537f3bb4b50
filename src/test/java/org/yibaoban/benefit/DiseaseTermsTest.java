package org.yibaoban.benefit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.visit.VisitType;

/** When a registration holds, why it does not, and what its terms pay. */
class DiseaseTermsTest {

    private static final String HERE = "H1";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final DiseaseRegistration HELD = registration("D1", FIRST, Optional.of(HERE));
    private static final TestPlan PLAN = TestPlan.empty()
            .figure(PlanKeys.OUTPATIENT_RATE, "0.50")
            .figure(PlanKeys.OUTPATIENT_CAP, "300")
            .figure(PlanKeys.DISEASE_RATE, of("D1"), "0.80")
            .figure(PlanKeys.DISEASE_CAP, of("D1"), "1000");

    @Test
    void it_holds_from_its_first_day_to_its_last_one() {
        assertThat(on(FIRST).registration()).contains(HELD);
        assertThat(on(LAST).registration()).contains(HELD);
        assertThat(on(FIRST.minusDays(1)).gap()).contains(DiseaseGap.NOT_YET);
        assertThat(on(LAST.plusDays(1)).gap()).contains(DiseaseGap.EXPIRED);
    }

    @Test
    void another_disease_or_another_hospital_is_told_apart() {
        assertThat(DiseaseTerms.of(PLAN.plan(), List.of(HELD), "D2", FIRST, HERE)
                        .gap())
                .contains(DiseaseGap.NOT_REGISTERED);
        assertThat(DiseaseTerms.of(PLAN.plan(), List.of(HELD), "D1", FIRST, "H2")
                        .gap())
                .contains(DiseaseGap.OTHER_HOSPITAL);
    }

    @Test
    void a_disease_that_the_plan_does_not_name_has_no_terms() {
        DiseaseRegistration other = registration("D9", FIRST, Optional.empty());

        assertThat(DiseaseTerms.of(PLAN.plan(), List.of(other), "D9", FIRST, HERE)
                        .gap())
                .contains(DiseaseGap.NOT_IN_PLAN);
    }

    @Test
    void of_an_expired_and_a_renewed_registration_the_renewed_one_holds() {
        DiseaseRegistration renewed = registration("D1", LAST.plusDays(1), Optional.empty());
        LocalDate later = LAST.plusDays(2);

        DiseaseTerms found = DiseaseTerms.of(PLAN.plan(), List.of(HELD, renewed), "D1", later, HERE);

        assertThat(found.registration()).isPresent().get().isEqualTo(renewed);
        assertThat(found.gap()).isEmpty();
    }

    @Test
    void its_rate_and_its_own_limit_hold_and_the_other_limit_is_left_alone() {
        YearToDate usedUp = Settling.year(java.util.Map.of("outpatient_fund", "300"));

        Settlement settlement =
                Settling.settle(PLAN, Settling.RESIDENT, usedUp, visit("D1", Optional.empty(), "0"), Lines.a("500.00"));

        assertThat(settlement.amount(SettlementField.BASIC_FUND)).isEqualTo(Money.of("400.00"));
        assertThat(settlement.addedTo(usedUp, FundPool.DISEASE)).isEqualTo(usedUp);
    }

    @Test
    void the_lower_of_the_plans_cap_and_the_registrations_limit_holds() {
        assertThat(pays(Optional.empty(), "700")).isEqualTo(Money.of("300.00"));
        assertThat(pays(Optional.of(Money.of("800")), "700")).isEqualTo(Money.of("100.00"));
        assertThat(pays(Optional.of(Money.of("5000")), "700")).isEqualTo(Money.of("300.00"));
        assertThat(pays(Optional.of(Money.of("600")), "700")).isEqualTo(Money.ZERO);
    }

    @Test
    void a_disease_without_terms_and_a_stay_for_one_are_faults_that_name_the_key() {
        assertThatThrownBy(() -> Settling.settle(
                        PLAN, Settling.RESIDENT, YearToDate.NONE, visit("D9", Optional.empty(), "0"), Lines.a("1")))
                .isInstanceOf(BenefitFault.class)
                .hasMessageContaining("visit.disease");
        VisitTerms stay = new VisitTerms(
                VisitType.INPATIENT,
                Optional.of(1),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(new RegisteredDisease("D1", Optional.empty(), Money.ZERO)));
        assertThatThrownBy(() -> Settling.settle(PLAN, Settling.RESIDENT, YearToDate.NONE, stay, Lines.a("1")))
                .isInstanceOf(BenefitFault.class)
                .hasMessageContaining("visit.disease");
    }

    private static Money pays(Optional<Money> limit, String used) {
        return Settling.settle(PLAN, Settling.RESIDENT, YearToDate.NONE, visit("D1", limit, used), Lines.a("1000.00"))
                .amount(SettlementField.BASIC_FUND);
    }

    private static DiseaseTerms on(LocalDate day) {
        return DiseaseTerms.of(PLAN.plan(), List.of(HELD), "D1", day, HERE);
    }

    private static DiseaseRegistration registration(String disease, LocalDate from, Optional<String> hospital) {
        Optional<LocalDate> to = from.equals(FIRST) ? Optional.of(LAST) : Optional.empty();
        return new DiseaseRegistration(disease, "病种", from, to, hospital, Optional.empty());
    }

    private static Condition of(String disease) {
        return new Condition(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(disease));
    }

    private static VisitTerms visit(String disease, Optional<Money> limit, String used) {
        return new VisitTerms(
                VisitType.OUTPATIENT,
                Optional.of(1),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.of(new RegisteredDisease(disease, limit, Money.of(used))));
    }
}
