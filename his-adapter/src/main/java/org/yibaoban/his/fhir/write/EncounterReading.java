package org.yibaoban.his.fhir.write;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterLocationComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** A visit as the HIS describes it now, as the commands that make the office's visit so. */
final class EncounterReading {

    static final int VISIT = 30;
    private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC", "OBSENC", "SS");
    private static final Set<String> OUTPATIENT = Set.of("AMB", "EMER");
    private static final Set<String> ICD10 =
            Set.of(Canonical.DIAGNOSIS, "http://hl7.org/fhir/sid/icd-10", "http://hl7.org/fhir/sid/icd-10-cn");

    private final Encounter encounter;
    private final String path;
    private final ZoneId zone;
    private final LocalDateTime told;

    /** @param told when the sender says it */
    EncounterReading(Encounter encounter, String path, ZoneId zone, LocalDateTime told) {
        this.encounter = encounter;
        this.path = path;
        this.zone = zone;
        this.told = told;
    }

    /**
     * The commands of one visit.
     *
     * @param opening what comes before the charges of the same bundle
     * @param closing what comes after them
     */
    record Commands(List<HisCommand.OfVisit> opening, List<HisCommand.OfVisit> closing) {}

    VisitNumber number() {
        return new VisitNumber(
                Texts.requiredIdentifier(at("identifier"), encounter.getIdentifier(), Canonical.VISIT_NUMBER, VISIT));
    }

    /** @param known the status of the visit here; empty when it is new */
    Commands commands(PatientDetails patient, Optional<VisitStatus> known) {
        if (encounter.getStatus() == null) {
            throw FhirFault.missing(at("status"), "就诊状态", "the status");
        }
        return switch (encounter.getStatus()) {
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE -> new Commands(open(patient, known), List.of());
            case FINISHED -> new Commands(openBefore(patient, known), List.of(discharge()));
            case CANCELLED, ENTEREDINERROR ->
                new Commands(List.of(), List.of(new HisCommand.CancelAdmission(number(), false, told)));
            default ->
                throw FhirFault.element(
                        at("status"),
                        "不支持该状态（可用 arrived、triaged、in-progress、onleave、finished、cancelled、entered-in-error）",
                        "this status is not supported (arrived, triaged, in-progress, onleave, finished, cancelled,"
                                + " entered-in-error are)");
        };
    }

    /** In progress again after a discharge: the discharge was a mistake. */
    private List<HisCommand.OfVisit> open(PatientDetails patient, Optional<VisitStatus> known) {
        if (encounter.getPeriod().hasEnd()) {
            throw FhirFault.element(at("period.end"), "进行中的就诊不能有结束时间", "a visit in progress has no end");
        }
        List<HisCommand.OfVisit> commands = new ArrayList<>();
        if (known.filter(VisitStatus.DISCHARGED::equals).isPresent()) {
            commands.add(new HisCommand.CancelDischarge(number(), told));
        }
        commands.addAll(openBefore(patient, known));
        return commands;
    }

    /** A visit that was discharged before is described anew only; where the patient lay is history. */
    private List<HisCommand.OfVisit> openBefore(PatientDetails patient, Optional<VisitStatus> known) {
        List<HisCommand.OfVisit> commands = new ArrayList<>();
        List<Stay> stays = stays();
        commands.add(new HisCommand.Admit(
                number(),
                HisCommand.Opening.ADMITTED,
                patient,
                type(),
                stays.get(0).location(),
                doctor(),
                begin(),
                diagnoses(),
                told));
        boolean history = known.filter(VisitStatus.DISCHARGED::equals).isPresent()
                && encounter.getStatus() == Encounter.EncounterStatus.FINISHED;
        if (!history) {
            stays.stream()
                    .skip(1)
                    .forEach(stay ->
                            commands.add(new HisCommand.Transfer(number(), stay.location(), doctor(), stay.from())));
        }
        commands.addAll(new LeaveReading(encounter, path, zone).commands(number(), told));
        return commands;
    }

    private HisCommand.OfVisit discharge() {
        if (!encounter.getPeriod().hasEnd()) {
            throw FhirFault.missing(at("period.end"), "结束时间", "the end");
        }
        return new HisCommand.Discharge(
                number(), Texts.time(at("period.end"), encounter.getPeriod().getEndElement(), zone), diagnoses(), told);
    }

    private LocalDateTime begin() {
        return Texts.time(at("period.start"), encounter.getPeriod().getStartElement(), zone);
    }

    private VisitType type() {
        String code = encounter.getClass_().getCode();
        if (code == null) {
            throw FhirFault.missing(at("class"), "就诊类别", "the class");
        }
        if (INPATIENT.contains(code)) {
            return VisitType.INPATIENT;
        }
        if (OUTPATIENT.contains(code)) {
            return VisitType.OUTPATIENT;
        }
        throw FhirFault.element(at("class"), "就诊类别不在值域内（IMP、AMB、EMER）", "not a known class (IMP, AMB, EMER)");
    }

    private record Stay(Location location, LocalDateTime from) {}

    /** Oldest first. A place without a beginning is where the visit began. */
    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < encounter.getLocation().size(); i++) {
            stays.add(stay(encounter.getLocation().get(i), at("location[" + i + "]")));
        }
        if (stays.isEmpty()) {
            if (type() == VisitType.INPATIENT) {
                throw FhirFault.missing(at("location"), "病区", "the ward");
            }
            stays.add(new Stay(new Location(provider(), "", ""), begin()));
        }
        stays.sort(Comparator.comparing(Stay::from));
        return stays;
    }

    private Stay stay(EncounterLocationComponent component, String where) {
        String ward = Texts.logical(where + ".location.identifier", component.getLocation(), Canonical.WARD, Texts.CODE)
                .orElseThrow(() -> FhirFault.missing(
                        where + ".location.identifier",
                        "病区标识（system " + Canonical.WARD + "）",
                        "an identifier of " + Canonical.WARD));
        LocalDateTime from = component.getPeriod().hasStart()
                ? Texts.time(where + ".period.start", component.getPeriod().getStartElement(), zone)
                : begin();
        String department = text(component, "department", where);
        return new Stay(
                new Location(department.isEmpty() ? provider() : department, ward, text(component, "bed", where)),
                from);
    }

    private static String text(EncounterLocationComponent component, String name, String where) {
        return Elements.extension(where, component.getExtension(), name, StringType.class)
                .map(StringType::getValue)
                .map(text -> Texts.limited(where + ".extension('" + Canonical.structure(name) + "')", text, Texts.CODE))
                .orElse("");
    }

    private String provider() {
        return Texts.logical(at("serviceProvider"), encounter.getServiceProvider(), Canonical.DEPARTMENT, Texts.CODE)
                .orElse("");
    }

    private Optional<String> doctor() {
        return encounter.getParticipant().stream()
                .flatMap(participant -> Texts.logical(
                        at("participant.individual"), participant.getIndividual(), Canonical.DOCTOR, Texts.CODE)
                        .stream())
                .findFirst();
    }

    /** Contained conditions by their rank; without any, what stands in reasonCode. */
    private List<Diagnosis> diagnoses() {
        List<Diagnosis> ranked = encounter.getDiagnosis().stream()
                .sorted(Comparator.comparingInt(d -> d.hasRank() ? d.getRank() : Integer.MAX_VALUE))
                .map(component -> diagnosis(contained(component.getCondition()).getCode(), "diagnosis.condition"))
                .toList();
        return ranked.isEmpty()
                ? encounter.getReasonCode().stream()
                        .map(concept -> diagnosis(concept, "reasonCode"))
                        .toList()
                : ranked;
    }

    private Condition contained(Reference reference) {
        return encounter.getContained().stream()
                .filter(Condition.class::isInstance)
                .filter(resource -> ("#" + resource.getIdPart().replace("#", "")).equals(reference.getReference()))
                .map(Condition.class::cast)
                .findFirst()
                .orElseThrow(() -> FhirFault.element(
                        at("diagnosis.condition"), "诊断应为 contained 资源", "a contained Condition is expected"));
    }

    private Diagnosis diagnosis(CodeableConcept concept, String element) {
        String code = Texts.code(at(element), concept, ICD10, Texts.CODE)
                .orElseThrow(() -> FhirFault.missing(at(element), "诊断代码（ICD-10）", "an ICD-10 code"));
        String name = concept.hasText()
                ? concept.getText()
                : concept.getCoding().stream()
                        .filter(coding -> coding.hasDisplay())
                        .map(coding -> coding.getDisplay())
                        .findFirst()
                        .orElse("");
        return new Diagnosis(code, Texts.limited(at(element), name, Texts.NAME));
    }

    private String at(String element) {
        return path + "." + element;
    }
}
