package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.stay.MembershipQuestions;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitStatus;

/** The life of a visit as the HIS tells it: admission, transfer, discharge, and what takes them back. */
@ApplicationScoped
public class Admissions {

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private MembershipQuestions memberships;

    /** Runs in the caller's transaction. A command for a visit that is not here yet waits. */
    Outcome apply(HisCommand command) {
        if (command instanceof HisCommand.Admit admit) {
            return admit(admit);
        }
        Optional<VisitRow> known = visits.lock(command.visit());
        if (known.isEmpty()) {
            return new Outcome.Waiting(
                    "就诊 " + command.visit() + " 尚未入院 / visit " + command.visit() + " is not admitted yet");
        }
        VisitRow visit = known.get();
        if (command instanceof HisCommand.CancelAdmission) {
            return cancelAdmission(visit);
        }
        refuseCancelled(visit);
        if (command instanceof HisCommand.Transfer transfer) {
            return transfer(visit, transfer);
        }
        if (command instanceof HisCommand.Discharge discharge) {
            return discharge(visit, discharge);
        }
        if (command instanceof HisCommand.CancelDischarge) {
            return cancelDischarge(visit);
        }
        if (command instanceof HisCommand.Update update) {
            return update(visit, update);
        }
        throw new IllegalArgumentException("no rule for " + command.getClass().getSimpleName());
    }

    private Outcome admit(HisCommand.Admit admit) {
        visits.lockNumber(admit.visit());
        Optional<VisitRow> known = visits.lock(admit.visit());
        if (known.isPresent()) {
            return admitAgain(known.get(), admit);
        }
        PatientRow patient = visits.patient(admit.patient());
        String doctor = admit.doctor().orElse("");
        VisitRow visit =
                visits.add(new VisitRow(admit.visit(), patient, admit.type(), admit.location(), doctor, admit.at()));
        visit.diagnosed(admit.diagnoses());
        visits.moved(visit, admit.location(), doctor, admit.at());
        checkIdentity(visit);
        return new Outcome.Applied("已入院 / admitted");
    }

    /** A second admission of a known visit updates it (facts/interfaces.md, 2.3). */
    private Outcome admitAgain(VisitRow visit, HisCommand.Admit admit) {
        refuseCancelled(visit);
        refuseOtherPatient(visit, admit.patient(), ReasonCode.VISIT_REOPENED_AS_OTHER);
        describe(visit, admit.patient());
        visit.diagnosed(admit.diagnoses());
        if (visit.status() == VisitStatus.ADMITTED) {
            visit.admittedAt(admit.at());
            visits.moved(visit, admit.location(), admit.doctor().orElse(visit.doctor()), admit.at());
        }
        return new Outcome.Applied("入院信息已更新 / admission updated");
    }

    private Outcome transfer(VisitRow visit, HisCommand.Transfer transfer) {
        visits.moved(visit, transfer.location(), transfer.doctor().orElse(visit.doctor()), transfer.at());
        return new Outcome.Applied("已转科 / transferred");
    }

    private Outcome discharge(VisitRow visit, HisCommand.Discharge discharge) {
        if (discharge.at().isBefore(visit.admittedAt())) {
            throw new OfficeRefused(
                    ReasonCode.DISCHARGE_BEFORE_ADMISSION,
                    "visit " + visit.number(),
                    "admitted " + visit.admittedAt() + ", discharged " + discharge.at());
        }
        refuseClaimed(visit);
        visit.diagnosed(discharge.diagnoses());
        visit.discharge(discharge.at());
        // accumulators and standing may have moved since the admission: the claim is made on what the payer says now
        memberships.ask(visit);
        return new Outcome.Applied("已出院 / discharged");
    }

    private Outcome cancelDischarge(VisitRow visit) {
        if (visit.status() != VisitStatus.DISCHARGED) {
            return new Outcome.Applied("未出院，无需撤销 / was not discharged, nothing to take back");
        }
        Optional<ClaimRow> claim = claims.latest(visit).filter(c -> c.state().holdsVisit());
        boolean neverSent = claim.filter(
                        c -> c.state() == ClaimState.QUEUED && c.sentAt().isEmpty())
                .isPresent();
        if (neverSent) {
            claims.withdrawUnsent(claim.get(), "discharge cancelled by the HIS");
            visit.claimState(ClaimState.WITHDRAWN);
        }
        visit.reopen(claim.isPresent() && !neverSent);
        return new Outcome.Applied(
                claim.isPresent() && !neverSent
                        ? "申报后取消出院，须由医保办撤销申报 / discharge cancelled after claim "
                                + claim.get().identifier() + ": the office must reverse it"
                        : "已取消出院 / discharge cancelled");
    }

    private Outcome cancelAdmission(VisitRow visit) {
        refuseClaimed(visit);
        visit.cancel();
        return new Outcome.Applied(
                visit.charges().isZero()
                        ? "已撤销入院 / admission cancelled"
                        : "已撤销入院，仍有费用 " + visit.charges() + " 元 / admission cancelled, charges of " + visit.charges()
                                + " yuan stay on it");
    }

    private Outcome update(VisitRow visit, HisCommand.Update update) {
        refuseOtherPatient(visit, update.patient(), ReasonCode.PATIENT_MISMATCH);
        describe(visit, update.patient());
        update.doctor().ifPresent(visit::treatedBy);
        visit.diagnosed(update.diagnoses());
        return new Outcome.Applied("已更新 / updated");
    }

    /** Describes a person apart from any visit; open visits are checked again with what is said now. */
    void describe(PatientDetails details) {
        List<VisitRow> open = visits.lockOpenOf(details.number());
        if (open.isEmpty()) {
            visits.patient(details);
        }
        for (VisitRow visit : open) {
            describe(visit, details);
        }
    }

    private void describe(VisitRow visit, PatientDetails details) {
        PatientDetails before = visit.patient().details();
        visit.patient().describe(details);
        boolean identityChanged =
                !before.identityNumber().equals(visit.patient().details().identityNumber());
        if (identityChanged || visit.membershipState() == MembershipState.NOT_ASKED) {
            checkIdentity(visit);
        }
    }

    /** GB 11643, and birth date and sex against what the HIS says; only a sound number can be verified with the payer. */
    private void checkIdentity(VisitRow visit) {
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
            memberships.ask(visit);
        } else {
            visit.membershipState(MembershipState.NOT_ASKED, "");
        }
    }

    private static void refuseCancelled(VisitRow visit) {
        if (visit.status() == VisitStatus.CANCELLED) {
            throw new OfficeRefused(ReasonCode.VISIT_CANCELLED, "visit " + visit.number(), "");
        }
    }

    private static void refuseOtherPatient(VisitRow visit, PatientDetails patient, ReasonCode reason) {
        if (!visit.patient().number().equals(patient.number().value())) {
            throw new OfficeRefused(reason, "visit " + visit.number(), "");
        }
    }

    private static void refuseClaimed(VisitRow visit) {
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent() && !visit.reopenedAfterClaim()) {
            throw new OfficeRefused(
                    ReasonCode.VISIT_SETTLED,
                    "visit " + visit.number(),
                    "claim is " + visit.claimState().get());
        }
    }
}
