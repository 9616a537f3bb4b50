package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.Optional;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.stay.MembershipQuestions;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.Patients;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitStatus;

/** Who a visit's patient is: found by a number, even one given up; described, checked, asked of the payer. */
@ApplicationScoped
public class VisitPerson {

    @Inject
    private Patients patients;

    @Inject
    private MembershipQuestions memberships;

    /**
     * The patient of this number or who has its place, made where it is new, described as given.
     *
     * @throws OfficeRefused when the number was given up and is used for somebody else
     */
    PatientRow patient(PatientDetails details, LocalDateTime told) {
        patients.lockNumber(details.number());
        Optional<PatientRow> survivor = patients.survivor(details.number());
        if (survivor.isPresent()) {
            requireSamePerson(survivor.get(), details);
            survivor.get().complete(details);
            return survivor.get();
        }
        Optional<PatientRow> known = patients.holder(details.number());
        known.ifPresent(patient -> patient.describe(details, told));
        return known.orElseGet(() -> patients.add(new PatientRow(details, told)));
    }

    /** What the HIS says of a visit's patient now. */
    void describe(VisitRow visit, PatientDetails details, LocalDateTime told) {
        PatientRow patient = visit.patient();
        PatientDetails before = patient.details();
        if (patient.number().equals(details.number().value())) {
            patient.describe(details, told);
        } else {
            requireSamePerson(patient, details);
            patient.complete(details);
        }
        boolean identityChanged =
                !before.identityNumber().equals(patient.details().identityNumber());
        if (identityChanged || visit.membershipState() == MembershipState.NOT_ASKED) {
            check(visit);
        }
    }

    /** @throws OfficeRefused when the visit is another patient's */
    void require(VisitRow visit, PatientNumber number, ReasonCode reason) {
        if (!patients.isSame(visit.patient(), number)) {
            throw new OfficeRefused(reason, "visit " + visit.number(), "");
        }
    }

    /** GB 11643, and birth date and sex against what the HIS says; only a sound number can be verified with the payer. */
    void check(VisitRow visit) {
        PatientDetails details = visit.patient().details();
        Optional<IdentityNumber> number = details.identityNumber()
                .filter(value -> IdentityNumber.fault(value).isEmpty())
                .map(IdentityNumber::new);
        boolean fits = number.filter(
                        id -> details.birthDate().map(id.birthDate()::equals).orElse(true))
                .filter(id ->
                        details.sex() == id.sex() || details.sex() == Sex.UNKNOWN || details.sex() == Sex.NOT_STATED)
                .isPresent();
        visit.identityFault(!fits);
        if (fits) {
            askPayer(visit);
        } else {
            visit.membershipState(MembershipState.NOT_ASKED, "");
        }
    }

    /** Nothing is asked where the identity number cannot be right. */
    void askPayer(VisitRow visit) {
        memberships.ask(visit);
    }

    /**
     * Gives a visit to another patient. What was claimed stays as it was claimed, and the office must look at it.
     *
     * @return whether the visit had been claimed
     */
    boolean give(VisitRow visit, PatientRow patient) {
        boolean claimed = isClaimed(visit);
        if (claimed) {
            visit.claimedUnder(visit.patient().number(), visit.number());
        }
        PatientDetails before = visit.patient().details();
        visit.belongsTo(patient);
        boolean anotherPerson =
                !before.identityNumber().equals(patient.details().identityNumber());
        if (!claimed && visit.status() != VisitStatus.CANCELLED && anotherPerson) {
            check(visit);
        }
        return claimed;
    }

    static boolean isClaimed(VisitRow visit) {
        return visit.isClaimed();
    }

    /** A number that was merged away is never used again: two different identity numbers are two people. */
    private static void requireSamePerson(PatientRow survivor, PatientDetails details) {
        Optional<String> known = survivor.details().identityNumber();
        Optional<String> said = details.identityNumber();
        if (known.isPresent()
                && said.isPresent()
                && !known.get().equalsIgnoreCase(said.get().strip())) {
            throw new OfficeRefused(ReasonCode.PATIENT_NUMBER_GIVEN_UP, "patient " + details.number(), "");
        }
    }
}
