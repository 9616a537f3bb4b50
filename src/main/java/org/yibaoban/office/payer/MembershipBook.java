package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.office.consent.ConsentCounting;
import org.yibaoban.office.stay.Stays;
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

    @Inject
    private Stays stays;

    EligibilityQuery query(VisitRow visit) {
        return query(visit, serviceDate(visit));
    }

    private static EligibilityQuery query(VisitRow visit, LocalDate day) {
        PatientDetails patient = visit.patient().details();
        return new EligibilityQuery(
                new IdentityNumber(patient.identityNumber().orElseThrow()),
                patient.name(),
                visit.number(),
                visit.type(),
                day);
    }

    /**
     * What to ask of a verified visit once more before it is claimed for.
     *
     * @param through the last day of a part of a stay that goes on; nothing is asked about a day that can be none, for what
     *     is answered is taken over
     */
    Optional<EligibilityQuery> beforeClaim(VisitRow visit, Optional<LocalDate> through) {
        boolean asks = visit.membershipState() == MembershipState.VERIFIED
                && through.map(day -> stays.canEndPart(visit, day))
                        .orElseGet(() -> visit.type().isClaimable(visit.status()))
                && visit.claimState().filter(ClaimState::holdsVisit).isEmpty();
        return asks ? Optional.of(query(visit, through.orElseGet(() -> serviceDate(visit)))) : Optional.empty();
    }

    /**
     * The payer told of a membership, in the caller's transaction with the visit locked.
     *
     * @param asked the day that it was asked about, whose year its accumulators are of
     * @return whether that is the visit's day still: discharged meanwhile, what counts is the membership on that day
     */
    boolean answered(VisitRow visit, LocalDate asked, EligibilityAnswer answer) {
        boolean counts = asked.equals(serviceDate(visit));
        if (counts) {
            answeredBeforeClaim(visit, asked, answer);
        } else {
            reported(visit, asked, answer);
        }
        return counts;
    }

    /** The same of what was asked for the claim that is made now. */
    void answeredBeforeClaim(VisitRow visit, LocalDate asked, EligibilityAnswer answer) {
        reported(visit, asked, answer);
        takeOver(visit, answer);
    }

    private void reported(VisitRow visit, LocalDate asked, EligibilityAnswer answer) {
        answer.membership().ifPresent(membership -> years.reported(visit, membership, asked, answer.diseases()));
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
