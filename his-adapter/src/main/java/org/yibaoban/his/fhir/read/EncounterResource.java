package org.yibaoban.his.fhir.read;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.fhir.mapping.Elements;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** A visit with its places and diagnoses. */
public final class EncounterResource {

    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private EncounterResource() {}

    /** v2-to-FHIR's map of events: expected planned, admitted in-progress, discharged finished. */
    public static EncounterStatus status(VisitStatus status) {
        return switch (status) {
            case PLANNED -> EncounterStatus.PLANNED;
            case ADMITTED -> EncounterStatus.INPROGRESS;
            case DISCHARGED -> EncounterStatus.FINISHED;
            case CANCELLED -> EncounterStatus.CANCELLED;
        };
    }

    /** @param zone in which the visit's local times are meant */
    public static Encounter of(VisitView view, ZoneId zone) {
        Encounter encounter = new Encounter();
        encounter.addIdentifier(
                Elements.identifier(Canonical.VISIT_NUMBER, view.number().value()));
        encounter.setStatus(status(view.status()));
        encounter.setClass_(new Coding().setSystem(ACT).setCode(view.type() == VisitType.INPATIENT ? "IMP" : "AMB"));
        encounter.addType(Elements.concept(Canonical.VISIT_TYPE, view.type().code()));
        Reference patient = Ids.reference("Patient", view.patient().id());
        encounter.setSubject(patient);
        Period period = new Period().setStartElement(Elements.dateTime(view.admittedAt(), zone));
        view.dischargedAt().ifPresent(end -> period.setEndElement(Elements.dateTime(end, zone)));
        encounter.setPeriod(period);
        if (!view.doctor().isBlank()) {
            encounter
                    .addParticipant()
                    .addType(Elements.concept(PARTICIPATION, "ATND"))
                    .setIndividual(Elements.logical("Practitioner", Canonical.DOCTOR, view.doctor()));
        }
        view.diagnoses().forEach(diagnosis -> addDiagnosis(encounter, diagnosis, patient));
        addPlaces(encounter, view, zone);
        view.leaves().forEach(leave -> addLeave(encounter, leave, zone));
        return Ids.stamp(encounter, Long.toString(view.id()), view.changedAt());
    }

    private static void addDiagnosis(Encounter encounter, Diagnosis diagnosis, Reference patient) {
        int rank = encounter.getDiagnosis().size() + 1;
        Condition condition = new Condition();
        condition.setId("d" + rank);
        condition.setCode(Elements.concept(Canonical.DIAGNOSIS, diagnosis.code()));
        if (!diagnosis.name().isBlank()) {
            condition.getCode().setText(diagnosis.name());
        }
        condition.setSubject(patient.copy());
        encounter.addContained(condition);
        encounter
                .addDiagnosis()
                .setCondition(new Reference("#" + condition.getId()))
                .setRank(rank);
    }

    /** One that lasts has no end, and is the visit's status now. */
    private static void addLeave(Encounter encounter, VisitView.Leave leave, ZoneId zone) {
        Period away = new Period().setStartElement(Elements.dateTime(leave.from(), zone));
        leave.to().ifPresent(to -> away.setEndElement(Elements.dateTime(to, zone)));
        encounter.addStatusHistory().setStatus(EncounterStatus.ONLEAVE).setPeriod(away);
        if (leave.to().isEmpty() && encounter.getStatus() == EncounterStatus.INPROGRESS) {
            encounter.setStatus(EncounterStatus.ONLEAVE);
        }
    }

    private static void addPlaces(Encounter encounter, VisitView view, ZoneId zone) {
        List<VisitView.Place> places = view.places();
        for (int i = 0; i < places.size(); i++) {
            VisitView.Place place = places.get(i);
            boolean last = i == places.size() - 1;
            Period period = new Period().setStartElement(Elements.dateTime(place.from(), zone));
            if (!last) {
                period.setEndElement(Elements.dateTime(places.get(i + 1).from(), zone));
            } else {
                view.dischargedAt()
                        .filter(end -> !end.isBefore(place.from()))
                        .ifPresent((LocalDateTime end) -> period.setEndElement(Elements.dateTime(end, zone)));
            }
            addPlace(encounter, place.location(), period);
            if (last && !place.location().department().isBlank()) {
                encounter.setServiceProvider(Elements.logical(
                        "Organization", Canonical.DEPARTMENT, place.location().department()));
            }
        }
    }

    /** A visit without a ward (an outpatient's) lies nowhere; its department stands as the service provider. */
    private static void addPlace(Encounter encounter, Location location, Period period) {
        if (location.ward().isBlank()) {
            return;
        }
        Encounter.EncounterLocationComponent component = encounter.addLocation();
        component.setLocation(Elements.logical("Location", Canonical.WARD, location.ward()));
        component.setPeriod(period);
        if (!location.bed().isBlank()) {
            component.addExtension(Elements.extension("bed", new StringType(location.bed())));
        }
        if (!location.department().isBlank()) {
            component.addExtension(Elements.extension("department", new StringType(location.department())));
        }
    }
}
