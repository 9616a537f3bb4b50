package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.his.HisCommand.Opening;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/**
 * The life of a visit as the HIS tells it: admission, transfer, discharge, and what takes them back. A message that is
 * older than what is known adds only what is missing.
 */
@ApplicationScoped
public class Admissions {

    private static final Outcome OVERTAKEN = new Outcome.Applied("迟到的旧消息，较新的状态保留 / late: what is newer stays");

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private VisitPerson person;

    @Inject
    private Identities identities;

    @Inject
    private LeaveBook leaves;

    /** Runs in the caller's transaction. A command for a visit that is not here yet waits. */
    Outcome apply(HisCommand.OfVisit command, long messageId) {
        if (command instanceof HisCommand.Admit admit) {
            return admit(admit);
        }
        if (command instanceof HisCommand.ChangeClass change) {
            return changeClass(change, messageId);
        }
        Optional<VisitRow> known = visits.lock(command.visit());
        if (known.isEmpty()) {
            return notHereYet(command.visit());
        }
        VisitRow visit = known.get();
        if (command instanceof HisCommand.CancelAdmission cancel) {
            return cancelAdmission(visit, cancel);
        }
        refuseCancelled(visit);
        if (command instanceof HisCommand.Transfer transfer) {
            return transfer(visit, transfer);
        }
        if (command instanceof HisCommand.CancelTransfer cancel) {
            return cancelTransfer(visit, cancel);
        }
        if (command instanceof HisCommand.Discharge discharge) {
            return discharge(visit, discharge);
        }
        if (command instanceof HisCommand.CancelDischarge cancel) {
            return cancelDischarge(visit, cancel.told());
        }
        if (command instanceof HisCommand.Update update) {
            return update(visit, update);
        }
        if (command instanceof HisCommand.Leave leave) {
            refuseClosed(visit);
            return leaves.apply(visit, leave);
        }
        throw new IllegalArgumentException("no rule for " + command.getClass().getSimpleName());
    }

    static Outcome notHereYet(VisitNumber visit) {
        return new Outcome.Waiting("就诊 " + visit + " 尚未入院 / visit " + visit + " is not admitted yet");
    }

    private Outcome admit(HisCommand.Admit admit) {
        visits.lockNumber(admit.visit());
        Optional<VisitRow> known = visits.lock(admit.visit());
        if (known.isPresent()) {
            return admitAgain(known.get(), admit);
        }
        PatientRow patient = person.patient(admit.patient(), admit.told());
        String doctor = admit.doctor().orElse("");
        VisitRow visit =
                visits.add(new VisitRow(admit.visit(), patient, admit.type(), admit.location(), doctor, admit.at()));
        if (admit.opening() == Opening.PLANNED) {
            visit.planned();
        }
        visit.told().facts(admit.told());
        visit.diagnosed(admit.diagnoses());
        visits.moved(visit, admit.location(), doctor, admit.at());
        person.check(visit);
        return new Outcome.Applied(admit.opening() == Opening.PLANNED ? "已预入院 / expected" : "已入院 / admitted");
    }

    /** A second admission of a known visit updates it (facts/interfaces.md, 2.3). */
    private Outcome admitAgain(VisitRow visit, HisCommand.Admit admit) {
        refuseCancelled(visit);
        person.require(visit, admit.patient().number(), ReasonCode.VISIT_REOPENED_AS_OTHER);
        boolean arrives = visit.status() == VisitStatus.PLANNED && admit.opening() == Opening.ADMITTED;
        if (arrives) {
            visit.reclassified(admit.type());
        }
        person.describe(visit, admit.patient(), admit.told());
        if (visit.told().knowsNewerThan(admit.told()) && !arrives) {
            if (visit.status() == VisitStatus.ADMITTED) {
                visits.moved(visit, admit.location(), admit.doctor().orElse(""), admit.at());
            }
            return late(visit, admit.diagnoses());
        }
        visit.told().facts(admit.told());
        visit.diagnosed(admit.diagnoses());
        if (visit.status() == VisitStatus.ADMITTED && admit.opening() == Opening.ADMITTED) {
            visit.admittedAt(admit.at());
            visits.moved(visit, admit.location(), admit.doctor().orElse(visit.doctor()), admit.at());
        }
        return new Outcome.Applied(arrives ? "已入院 / admitted" : "入院信息已更新 / admission updated");
    }

    private static Outcome late(VisitRow visit, List<Diagnosis> diagnoses) {
        if (visit.diagnoses().isEmpty()) {
            visit.diagnosed(diagnoses);
        }
        return new Outcome.Applied("迟到的旧消息，仅补缺 / late: only what was missing is added");
    }

    /** A visit that the office never saw as the other class opens as what it is now. */
    private Outcome changeClass(HisCommand.ChangeClass change, long messageId) {
        HisCommand.Admit as = change.as();
        visits.lockNumbers(
                Stream.concat(Stream.of(as.visit()), change.prior().stream()).toList());
        Optional<VisitRow> known = visits.lock(as.visit());
        if (known.isEmpty() && change.prior().isPresent()) {
            known = visits.lock(change.prior().get());
            known.ifPresent(visit -> identities.renumber(visit, as.visit(), as.told(), messageId));
        }
        if (known.isEmpty()) {
            Outcome opened = admit(as);
            change.prior()
                    .ifPresent(prior -> visits.lock(as.visit())
                            .ifPresent(visit -> visits.noteFormerNumber(visit, prior, as.told(), messageId)));
            return opened;
        }
        VisitRow visit = known.get();
        refuseCancelled(visit);
        person.require(visit, as.patient().number(), ReasonCode.VISIT_REOPENED_AS_OTHER);
        refuseClaimed(visit);
        if (visit.told().wentOnAfter(as.told())) {
            return OVERTAKEN;
        }
        boolean planned = visit.status() == VisitStatus.PLANNED;
        visit.reclassified(as.type());
        if (planned || as.type() == VisitType.INPATIENT) {
            visit.admittedAt(as.at());
        }
        visit.told().status(as.told());
        visit.told().facts(as.told());
        visit.diagnosed(as.diagnoses());
        visits.moved(visit, as.location(), as.doctor().orElse(visit.doctor()), change.at());
        person.describe(visit, as.patient(), as.told());
        // another kind of stay has other terms
        person.askPayer(visit);
        return new Outcome.Applied(
                as.type() == VisitType.INPATIENT
                        ? "门诊转住院 / outpatient became inpatient"
                        : "住院转门诊 / inpatient became outpatient");
    }

    private Outcome transfer(VisitRow visit, HisCommand.Transfer transfer) {
        visits.moved(visit, transfer.location(), transfer.doctor().orElse(visit.doctor()), transfer.at());
        return new Outcome.Applied("已转科 / transferred");
    }

    private Outcome cancelTransfer(VisitRow visit, HisCommand.CancelTransfer cancel) {
        return visits.cancelTransfer(visit, cancel.at())
                ? new Outcome.Applied("转科已撤销 / transfer taken back")
                : new Outcome.Waiting("就诊 " + visit.number() + " 没有可撤销的转科 / visit " + visit.number()
                        + " has no transfer to take back");
    }

    private Outcome discharge(VisitRow visit, HisCommand.Discharge discharge) {
        if (visit.told().wentOnAfter(discharge.told())) {
            return OVERTAKEN;
        }
        if (visit.endedByClaim() && VisitPerson.isClaimed(visit)) {
            return new Outcome.Applied("门诊就诊已随结算结束 / the outpatient visit ended with its settlement");
        }
        if (discharge.at().isBefore(visit.admittedAt())) {
            throw new OfficeRefused(
                    ReasonCode.DISCHARGE_BEFORE_ADMISSION,
                    "visit " + visit.number(),
                    "admitted " + visit.admittedAt() + ", discharged " + discharge.at());
        }
        refuseClosed(visit);
        visit.diagnosed(discharge.diagnoses());
        discharge.group().ifPresent(visit::groupedByHis);
        visit.discharge(discharge.at());
        visit.told().status(discharge.told());
        // accumulators and standing may have moved since the admission: the claim is made on what the payer says now
        person.askPayer(visit);
        return new Outcome.Applied("已出院 / discharged");
    }

    private Outcome cancelDischarge(VisitRow visit, LocalDateTime told) {
        if (visit.told().wentOnAfter(told)) {
            return OVERTAKEN;
        }
        visit.told().status(told);
        if (visit.status() != VisitStatus.DISCHARGED) {
            return new Outcome.Applied("未出院，无需撤销 / was not discharged, nothing to take back");
        }
        Optional<ClaimRow> claim = claims.latest(visit)
                .filter(c -> c.state().holdsVisit())
                // a part of a stay that goes on has nothing to do with its end
                .filter(c -> c.part().filter(StayPart::midStay).isEmpty());
        boolean neverSent = claim.filter(
                        c -> c.state() == ClaimState.QUEUED && c.sentAt().isEmpty())
                .isPresent();
        if (neverSent) {
            claims.withdrawUnsent(claim.get(), "discharge cancelled by the HIS");
            visit.claimMoved(claim.get());
        }
        visit.reopen(claim.isPresent() && !neverSent);
        return new Outcome.Applied(
                claim.isPresent() && !neverSent
                        ? "申报后取消出院，须由医保办撤销申报 / discharge cancelled after claim "
                                + claim.get().identifier() + ": the office must reverse it"
                        : "已取消出院 / discharge cancelled");
    }

    private Outcome cancelAdmission(VisitRow visit, HisCommand.CancelAdmission cancel) {
        if (cancel.onlyPlanned() && visit.status() != VisitStatus.PLANNED) {
            return new Outcome.Applied("患者已入院，预约撤销不影响就诊 / the patient has come, the visit stays");
        }
        refuseClaimed(visit);
        visit.cancel();
        return new Outcome.Applied(
                visit.charges().isZero()
                        ? "已撤销入院 / admission cancelled"
                        : "已撤销入院，仍有费用 " + visit.charges() + " 元 / admission cancelled, charges of " + visit.charges()
                                + " yuan stay on it");
    }

    private Outcome update(VisitRow visit, HisCommand.Update update) {
        person.require(visit, update.patient().number(), ReasonCode.PATIENT_MISMATCH);
        person.describe(visit, update.patient(), update.told());
        if (visit.told().knowsNewerThan(update.told())) {
            return late(visit, update.diagnoses());
        }
        visit.told().facts(update.told());
        update.doctor().ifPresent(visit::treatedBy);
        visit.diagnosed(update.diagnoses());
        update.group().ifPresent(visit::groupedByHis);
        if (update.insurance() && !VisitPerson.isClaimed(visit)) {
            person.askPayer(visit);
        }
        return new Outcome.Applied("已更新 / updated");
    }

    private static void refuseCancelled(VisitRow visit) {
        if (visit.status() == VisitStatus.CANCELLED) {
            throw new OfficeRefused(ReasonCode.VISIT_CANCELLED, "visit " + visit.number(), "");
        }
    }

    /** What would change which visit was claimed for: not once anything of it stands at the payer. */
    private static void refuseClaimed(VisitRow visit) {
        if (VisitPerson.isClaimed(visit) && !visit.reopenedAfterClaim()) {
            throw settled(visit);
        }
    }

    /** What belongs to a stay that goes on, also while it is settled in parts. */
    private static void refuseClosed(VisitRow visit) {
        if (visit.isClosedByClaim() && !visit.reopenedAfterClaim()) {
            throw settled(visit);
        }
    }

    private static OfficeRefused settled(VisitRow visit) {
        return new OfficeRefused(
                ReasonCode.VISIT_SETTLED,
                "visit " + visit.number(),
                visit.claimState().map(state -> "claim is " + state).orElse("settled in parts so far"));
    }
}
