package org.yibaoban.his.fhir.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.facade.PatientView;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.selection.Selection;

/** The patients and visits of the office that some items are about or refer to: four queries, however many items. */
final class Known {

    private final Map<Long, PatientView> patientsById = new HashMap<>();
    private final Map<String, PatientView> patientsByNumber = new HashMap<>();
    private final Map<Long, VisitView> visitsById = new HashMap<>();
    private final Map<String, VisitView> visitsByNumber = new HashMap<>();

    private final Set<Long> patientIds = new HashSet<>();
    private final Set<String> patientNumbers = new HashSet<>();
    private final Set<Long> visitIds = new HashSet<>();
    private final Set<String> visitNumbers = new HashSet<>();

    Known(List<Item> items, HisReads reads) {
        items.forEach(this::note);
        if (!patientNumbers.isEmpty()) {
            patientIds.addAll(reads.patientIds(patientNumbers).values());
        }
        if (!visitNumbers.isEmpty()) {
            visitIds.addAll(reads.visitIds(visitNumbers).values());
        }
        if (!patientIds.isEmpty()) {
            reads.patients(rows(patientIds)).forEach(this::add);
        }
        if (!visitIds.isEmpty()) {
            reads.visits(rows(visitIds)).forEach(this::add);
        }
    }

    private static Selection rows(Set<Long> ids) {
        return Selection.all().ids(ids).page(0, ids.size());
    }

    private void note(Item item) {
        if (item.resource() instanceof Patient patient) {
            noteNumbers(patient.getIdentifier(), Canonical.PATIENT_NUMBER, patientNumbers);
            item.target().flatMap(Ids::row).ifPresent(patientIds::add);
        } else if (item.resource() instanceof Encounter encounter) {
            noteNumbers(encounter.getIdentifier(), Canonical.VISIT_NUMBER, visitNumbers);
            item.target().flatMap(Ids::row).ifPresent(visitIds::add);
            notePatient(encounter.getSubject());
        } else if (item.resource() instanceof ChargeItem charge) {
            notePatient(charge.getSubject());
            Target.of(charge.getContext(), "Encounter", Canonical.VISIT_NUMBER).note(visitIds, visitNumbers);
        }
    }

    private void notePatient(Reference reference) {
        Target.of(reference, "Patient", Canonical.PATIENT_NUMBER).note(patientIds, patientNumbers);
    }

    private static void noteNumbers(Collection<Identifier> identifiers, String system, Set<String> numbers) {
        identifiers.stream()
                .filter(identifier -> system.equals(identifier.getSystem()) && identifier.hasValue())
                .forEach(identifier -> numbers.add(identifier.getValue().strip()));
    }

    private void add(PatientView patient) {
        patientsById.put(patient.id(), patient);
        patientsByNumber.put(patient.details().number().value(), patient);
    }

    private void add(VisitView visit) {
        visitsById.put(visit.id(), visit);
        visitsByNumber.put(visit.number().value(), visit);
        add(visit.patient());
    }

    Optional<PatientView> patient(String number) {
        return Optional.ofNullable(patientsByNumber.get(number));
    }

    Optional<PatientView> patient(Target target) {
        return target.row().map(patientsById::get).or(() -> target.number().map(patientsByNumber::get));
    }

    Optional<PatientView> patientRow(String id) {
        return Ids.row(id).map(patientsById::get);
    }

    Optional<VisitView> visit(String number) {
        return Optional.ofNullable(visitsByNumber.get(number));
    }

    Optional<VisitView> visit(Target target) {
        return target.row().map(visitsById::get).or(() -> target.number().map(visitsByNumber::get));
    }

    Optional<VisitView> visitRow(String id) {
        return Ids.row(id).map(visitsById::get);
    }
}
