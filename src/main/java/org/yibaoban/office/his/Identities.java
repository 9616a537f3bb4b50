package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.PatientRow;
import org.yibaoban.store.Patients;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/**
 * Identifiers that turn out wrong: patients who are one, visits of another patient or number. Nothing is deleted, a
 * number that is given up keeps its meaning, and what was claimed under it is shown to the office.
 */
@ApplicationScoped
public class Identities {

    @Inject
    private Patients patients;

    @Inject
    private Visits visits;

    @Inject
    private VisitPerson person;

    /** Runs in the caller's transaction. All pairs of a message or none. */
    Outcome merge(HisCommand.MergePatients command, long messageId) {
        // in one order for everybody, so that two merges never wait for each other
        command.pairs().stream()
                .flatMap(pair -> Stream.of(pair.prior(), pair.survivor().number()))
                .map(PatientNumber::value)
                .distinct()
                .sorted()
                .forEach(number -> patients.lockNumber(new PatientNumber(number)));
        int moved = 0;
        int claimed = 0;
        for (HisCommand.MergePatients.Pair pair : command.pairs()) {
            for (boolean visitClaimed : merge(pair, command, messageId)) {
                moved++;
                claimed += visitClaimed ? 1 : 0;
            }
        }
        return new Outcome.Applied("合并患者号 " + command.pairs().size() + " 个，转移就诊 " + moved + " 次，其中已申报待核对 " + claimed
                + " 次 / " + command.pairs().size() + " patient numbers merged, " + moved + " visits moved, " + claimed
                + " of them claimed: to be looked at");
    }

    /** For each visit that moved, whether it had been claimed. */
    private List<Boolean> merge(HisCommand.MergePatients.Pair pair, HisCommand.MergePatients command, long messageId) {
        PatientRow survivor = person.patient(pair.survivor(), command.told());
        Optional<PatientRow> earlier = patients.survivor(pair.prior());
        if (survivor.number().equals(pair.prior().value())
                || earlier.filter(row -> !row.id().equals(survivor.id())).isPresent()) {
            throw new OfficeRefused(ReasonCode.MERGE_CONTRADICTS, "patient " + pair.prior(), "");
        }
        if (earlier.isPresent()) {
            return List.of();
        }
        Optional<PatientRow> prior = patients.holder(pair.prior());
        prior.ifPresent(row -> survivor.complete(row.details()));
        List<Boolean> moved = prior.map(visits::lockAll).orElse(List.of()).stream()
                .map(visit -> person.give(visit, survivor))
                .toList();
        patients.giveUp(pair.prior(), prior, survivor, command.told(), messageId);
        return moved;
    }

    /** Runs in the caller's transaction. */
    Outcome identify(HisCommand.IdentifyVisit command, long messageId) {
        // numbers before rows, as a merge does, so that the two never wait for each other
        visits.lockNumbers(List.of(command.visit(), command.prior()));
        patients.lockNumber(command.patient().number());
        Optional<VisitRow> known = visits.lock(command.prior());
        if (known.isEmpty()) {
            return Admissions.notHereYet(command.prior());
        }
        VisitRow visit = known.get();
        Optional<VisitRow> other = visits.lock(command.visit());
        if (other.filter(row -> !row.id().equals(visit.id())).isPresent()) {
            throw new OfficeRefused(ReasonCode.VISIT_NUMBER_TAKEN, "visit " + command.visit(), "");
        }
        PatientRow patient = person.patient(command.patient(), command.told());
        if (!patient.id().equals(visit.patient().id())) {
            person.give(visit, patient);
        }
        renumber(visit, command.visit(), command.told(), messageId);
        return new Outcome.Applied("就诊号或患者号已变更 / visit has its new patient or number");
    }

    /** Gives a visit another number, where it has not got it yet. */
    void renumber(VisitRow visit, VisitNumber number, LocalDateTime told, long messageId) {
        if (visit.number().equals(number)) {
            return;
        }
        if (VisitPerson.isClaimed(visit)) {
            visit.claimedUnder(visit.patient().number(), visit.number());
        }
        visits.renumber(visit, number, told, messageId);
    }

    /** Runs in the caller's transaction. */
    Outcome describe(HisCommand.DescribePatient command) {
        Optional<PatientRow> known = patients.survivor(command.patient().number())
                .or(() -> patients.holder(command.patient().number()));
        if (known.isEmpty()) {
            return new Outcome.Applied("无此患者的就诊，未作改动 / no visit of this patient, nothing changed");
        }
        register(known, command.patient(), command.told());
        return new Outcome.Applied("患者信息已更新 / patient updated");
    }

    /** Keeps what is told of a person apart from any visit, also of one who has none yet; in the caller's transaction. */
    void register(PatientDetails details, LocalDateTime told) {
        register(patients.survivor(details.number()).or(() -> patients.holder(details.number())), details, told);
    }

    private void register(Optional<PatientRow> known, PatientDetails details, LocalDateTime told) {
        Optional<String> before = known.flatMap(row -> row.details().identityNumber());
        PatientRow patient = person.patient(details, told);
        if (!before.equals(patient.details().identityNumber())) {
            visits.lockAll(patient).stream()
                    .filter(visit -> !VisitPerson.isClaimed(visit) && visit.status() != VisitStatus.CANCELLED)
                    .forEach(person::check);
        }
    }
}
