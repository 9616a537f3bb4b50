package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.Subject;
import org.yibaoban.office.facade.VisitView;
import org.yibaoban.selection.Selection;
import org.yibaoban.visit.VisitStatus;

/** Visits. */
public final class EncounterReader implements IResourceProvider {

    private final Office office;

    public EncounterReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<Encounter> getResourceType() {
        return Encounter.class;
    }

    @Read
    public Encounter read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .visits(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> EncounterResource.of(view, office.zone()))
                .orElseThrow(() -> FhirFault.notFound("Encounter", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "status") TokenOrListParam status,
            @OptionalParam(name = "date") DateRangeParam date,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            @IncludeParam(allow = "Encounter:patient") Set<Include> includes,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.VISIT_NUMBER, terms.wanted()::number))
                .patient(patient)
                .states(status, EncounterReader::states)
                .happened("date", date)
                .changed(changed);
        List<VisitView> found = office.reads().visits(terms.page());
        List<Subject> subjects = terms.shown(found).stream()
                .map(view -> new Subject(view.id(), view.patient().id()))
                .toList();
        return terms.bundle(
                found,
                VisitView::id,
                view -> EncounterResource.of(view, office.zone()),
                new Includes(office, request, includes).of(subjects));
    }

    private static Set<String> states(String code) {
        return Arrays.stream(VisitStatus.values())
                // who is on leave is still in the hospital's care: an open visit, whichever word it is asked by
                .filter(state -> EncounterResource.status(state)
                        .toCode()
                        .equals(
                                code.equals(EncounterStatus.ONLEAVE.toCode())
                                        ? EncounterStatus.INPROGRESS.toCode()
                                        : code))
                .map(VisitStatus::name)
                .collect(Collectors.toSet());
    }
}
