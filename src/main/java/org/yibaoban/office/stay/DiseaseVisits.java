package org.yibaoban.office.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.benefit.DiseaseTerms;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.RegisteredDiseases;
import org.yibaoban.store.VisitRow;

/**
 * By which terms an outpatient visit for a chronic or special disease is settled: the disease's while a registration holds,
 * else those of any outpatient visit. While a claim stands, what it was made with stays.
 */
@ApplicationScoped
public class DiseaseVisits {

    @Inject
    private RegisteredDiseases registered;

    @Inject
    private Claims claims;

    @Inject
    private Hospital hospital;

    /**
     * Empty where the visit is settled like any other.
     *
     * @param day the day that settles the visit
     */
    Optional<RegisteredDisease> terms(VisitRow visit, Plan plan, LocalDate day) {
        if (visit.disease().isEmpty() || visit.membership().isEmpty()) {
            return Optional.empty();
        }
        if (isClaimed(visit)) {
            return claims.latest(visit).flatMap(ClaimRow::disease);
        }
        Membership membership = visit.membership().get();
        return check(visit, membership, plan, day)
                .registration()
                .map(holding ->
                        RegisteredDisease.of(holding, registered.used(membership, day.getYear(), holding.disease())));
    }

    /** By what a visit for a disease is settled and why; empty for any other visit, and where the fund pays nothing. */
    Optional<Remark> remark(VisitRow visit, Plan plan, LocalDate day) {
        Optional<Membership> insured =
                visit.membership().filter(membership -> membership.member().standing() == Standing.ACTIVE);
        if (visit.disease().isEmpty() || insured.isEmpty()) {
            return Optional.empty();
        }
        String code = visit.disease().get();
        DiseaseTerms found = check(visit, insured.get(), plan, day);
        boolean byItsTerms = terms(visit, plan, day).isPresent();
        return Optional.of(
                byItsTerms
                        ? new Remark(
                                "按门诊慢特病 " + code + " 待遇结算", "Settled by the terms of the registered disease " + code)
                        : ordinary(code, found));
    }

    private static Remark ordinary(String code, DiseaseTerms found) {
        String why = found.gap().map(gap -> gap.chinese()).orElse("申报时备案无效");
        String reason = found.gap().map(gap -> gap.english()).orElse("no registration held when it was claimed");
        return new Remark(
                "门诊慢特病 " + code + " 按普通门诊结算：" + why,
                "Disease " + code + " settled like any outpatient visit: " + reason);
    }

    private DiseaseTerms check(VisitRow visit, Membership membership, Plan plan, LocalDate day) {
        return DiseaseTerms.of(plan, registered.of(membership), visit.disease().orElseThrow(), day, hospital.code());
    }

    private static boolean isClaimed(VisitRow visit) {
        return visit.claimState().filter(ClaimState::holdsVisit).isPresent();
    }
}
