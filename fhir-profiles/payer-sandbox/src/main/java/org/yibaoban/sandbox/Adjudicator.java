package org.yibaoban.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitFault;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.DiseaseTerms;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.fhir.mapping.ClaimResponseMapping.Reason;
import org.yibaoban.fhir.mapping.ReceivedClaim;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;

/** The payer's own arithmetic on a claim: it believes nothing but the lines. Pure. */
final class Adjudicator {
    private final Plans plans;

    Adjudicator(Plans plans) {
        this.plans = plans;
    }

    /** Either a settlement, or the reasons why there is none. */
    record Verdict(Optional<Settled> settled, List<Reason> reasons) {
        static Verdict refused(List<Reason> reasons) {
            return new Verdict(Optional.empty(), List.copyOf(reasons));
        }
    }

    /** @param terms by which it was settled */
    record Settled(Settlement settlement, VisitTerms terms) {}

    /**
     * @param year what the member used earlier in the year
     * @param diseases what the member is registered for, with what was used of each
     * @param deductiblePaid by the earlier parts of the stay; empty where it has none
     */
    Verdict adjudicate(
            ReceivedClaim claim,
            RegisteredMember member,
            YearToDate year,
            List<DiseaseStanding> diseases,
            Optional<Money> deductiblePaid) {
        List<Reason> reasons = new ArrayList<>(formal(claim, member));
        Optional<Plan> plan =
                plans.inForce(member.planId(), claim.dischargedAt().toLocalDate());
        if (plan.isEmpty()) {
            reasons.add(Refusal.PLAN_MISSING.because(
                    member.planId() + " " + claim.dischargedAt().toLocalDate()));
        }
        if (!reasons.isEmpty()) {
            return Verdict.refused(reasons);
        }
        try {
            VisitTerms terms = terms(claim, disease(claim, plan.get(), diseases), deductiblePaid);
            Settlement settlement = BenefitEngine.settle(plan.get(), member.member(), year, terms, claim.lines());
            List<Reason> differences = differences(claim, settlement);
            return differences.isEmpty()
                    ? new Verdict(Optional.of(new Settled(settlement, terms)), List.of())
                    : Verdict.refused(differences);
        } catch (BenefitFault e) {
            return Verdict.refused(List.of(Refusal.TERMS_MISSING.because(e.getMessage())));
        }
    }

    private static List<Reason> formal(ReceivedClaim claim, RegisteredMember member) {
        List<Reason> reasons = new ArrayList<>();
        if (claim.insuranceType() != member.insuranceType() || !claim.planId().equals(member.planId())) {
            reasons.add(Refusal.COVERAGE_DIFFERS.because(claim.planId() + " <> " + member.planId()));
        }
        if (claim.dischargedAt().isBefore(claim.admittedAt())) {
            reasons.add(Refusal.STAY_INVALID.because(claim.admittedAt() + " > " + claim.dischargedAt()));
        }
        Money sum = Money.sum(claim.lines().stream().map(BenefitLine::amount).toList());
        if (!sum.equals(claim.total())) {
            reasons.add(Refusal.TOTAL_DIFFERS.because(sum + " <> " + claim.total()));
        }
        return reasons;
    }

    private static List<Reason> differences(ReceivedClaim claim, Settlement settlement) {
        List<Reason> reasons = new ArrayList<>();
        for (SettlementField field : SettlementField.values()) {
            Money declared = claim.declared().get(field);
            if (declared != null && !declared.equals(settlement.amount(field))) {
                reasons.add(Refusal.SPLIT_DIFFERS.because(
                        field.nationalName() + " " + declared + " <> " + settlement.amount(field)));
            }
        }
        return reasons;
    }

    /** The terms of the disease that is claimed for; none where no registration holds, and it is settled like any other visit. */
    private static Optional<RegisteredDisease> disease(ReceivedClaim claim, Plan plan, List<DiseaseStanding> diseases) {
        List<DiseaseRegistration> registrations =
                diseases.stream().map(DiseaseStanding::registration).toList();
        LocalDate day = claim.dischargedAt().toLocalDate();
        return claim.disease()
                .flatMap(code -> DiseaseTerms.of(plan, registrations, code, day, claim.hospitalId())
                        .registration())
                .map(holding -> RegisteredDisease.of(holding, used(holding, diseases)));
    }

    private static Money used(DiseaseRegistration registration, List<DiseaseStanding> diseases) {
        return diseases.stream()
                .filter(standing -> standing.registration().equals(registration))
                .findFirst()
                .orElseThrow()
                .used();
    }

    private static VisitTerms terms(
            ReceivedClaim claim, Optional<RegisteredDisease> disease, Optional<Money> deductiblePaid) {
        return new VisitTerms(
                claim.type(),
                Optional.of(claim.hospitalLevel()),
                Optional.of(VisitTerms.Facility.HOSPITAL),
                false,
                claim.fixedPrice(),
                disease,
                deductiblePaid);
    }
}
