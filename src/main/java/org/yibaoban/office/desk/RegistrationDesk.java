package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.Membership;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.RegisteredDiseases;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** What the person of a visit is registered for (门诊慢特病备案), and for which of it the visit is. */
@ApplicationScoped
public class RegistrationDesk {

    private static final int LONGEST_CODE = 20;

    @Inject
    private Visits visits;

    @Inject
    private RegisteredDiseases registered;

    @Inject
    private Stays stays;

    /**
     * As the payer reported them last, expired ones too, with what was used of the visit's year; none while it is not known
     * how the person is insured.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public List<DiseaseStanding> of(VisitNumber number) {
        VisitRow visit = visits.find(number).orElseThrow(() -> unknown(number));
        LocalDate day = stays.settlementDay(visit);
        return visit.membership()
                .map(membership -> of(membership, day.getYear()))
                .orElse(List.of());
    }

    private List<DiseaseStanding> of(Membership membership, int year) {
        return registered.of(membership).stream()
                .map(one -> new DiseaseStanding(one, registered.used(membership, year, one.disease())))
                .toList();
    }

    /** The disease that the visit is for; empty where it is for none of this kind. */
    @Transactional
    public Optional<String> diseaseOf(VisitNumber number) {
        return visits.find(number).flatMap(VisitRow::disease);
    }

    /**
     * Says what an outpatient visit is for. Whether the disease's terms apply is found out anew at each estimate.
     *
     * @param disease opsp_dise_code; empty for any other visit
     * @throws OfficeRefused when there is no such visit, it is a stay, or it is claimed already
     */
    @Transactional
    public void visitFor(VisitNumber number, Optional<String> disease) {
        String subject = "visit " + number;
        VisitRow visit = visits.lock(number).orElseThrow(() -> unknown(number));
        if (visit.type() != VisitType.OUTPATIENT) {
            throw new OfficeRefused(ReasonCode.NOT_OUTPATIENT, subject, "");
        }
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent()) {
            throw new OfficeRefused(ReasonCode.CLAIM_OPEN, subject, "");
        }
        if (disease.filter(code -> code.length() > LONGEST_CODE).isPresent()) {
            throw new OfficeRefused(ReasonCode.BAD_REQUEST, "disease", "longer than " + LONGEST_CODE);
        }
        visit.isFor(disease);
    }

    private static OfficeRefused unknown(VisitNumber number) {
        return new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, "");
    }
}
