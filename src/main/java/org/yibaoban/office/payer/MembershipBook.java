package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.office.consent.ConsentCounting;
import org.yibaoban.office.stay.YearAccounts;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.PatientDetails;

/** The outbox's side of how a person is insured: what the payer is asked, and what becomes of its answer. */
@ApplicationScoped
class MembershipBook {

    @Inject
    private Visits visits;

    @Inject
    private YearAccounts years;

    @Inject
    private ConsentCounting consents;

    EligibilityQuery query(VisitRow visit) {
        PatientDetails patient = visit.patient().details();
        return new EligibilityQuery(
                new IdentityNumber(patient.identityNumber().orElseThrow()),
                patient.name(),
                visit.number(),
                visit.type(),
                serviceDate(visit));
    }

    /** What to ask of a verified visit once more before it is claimed for. */
    Optional<EligibilityQuery> beforeClaim(VisitRow visit) {
        boolean asks = visit.membershipState() == MembershipState.VERIFIED
                && visit.type().isClaimable(visit.status())
                && visit.claimState().filter(ClaimState::holdsVisit).isEmpty();
        return asks ? Optional.of(query(visit)) : Optional.empty();
    }

    /**
     * The payer told of a membership, in the caller's transaction with the visit locked.
     *
     * @param asked the day that it was asked about, whose year its accumulators are of
     * @return whether that is the visit's day still: discharged meanwhile, what counts is the membership on that day
     */
    boolean answered(VisitRow visit, LocalDate asked, EligibilityAnswer answer) {
        answer.membership().ifPresent(membership -> years.reported(visit, membership, asked, answer.diseases()));
        boolean counts = asked.equals(serviceDate(visit));
        if (counts) {
            takeOver(visit, answer);
        }
        return counts;
    }

    /** While a claim stands, the visit keeps the membership that the claim was made with. */
    private void takeOver(VisitRow visit, EligibilityAnswer answer) {
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent()) {
            visit.membershipState(MembershipState.VERIFIED, visit.membershipNote());
            return;
        }
        answer.membership().ifPresent(membership -> {
            visits.takeOver(visit, membership);
            consents.insuranceTold(visit);
        });
        visit.membershipState(
                answer.membership().isPresent() ? MembershipState.VERIFIED : MembershipState.REFUSED,
                answer.reason().orElse(""));
    }

    static LocalDate serviceDate(VisitRow visit) {
        return visit.dischargedAt().orElse(visit.admittedAt()).toLocalDate();
    }
}
