package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.PatientView;
import org.yibaoban.selection.Selection;

/** Patients, by the hospital's number or the identity number. */
public final class PatientReader implements IResourceProvider {

    private final Office office;

    public PatientReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<Patient> getResourceType() {
        return Patient.class;
    }

    @Read
    public Patient read(@IdParam IdType id, RequestDetails request) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .patients(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> PatientResource.of(view, office.identified(request)))
                .orElseThrow(() -> FhirFault.notFound("Patient", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        Map<String, Consumer<String>> systems = new LinkedHashMap<>();
        systems.put(Canonical.PATIENT_NUMBER, terms.wanted()::number);
        systems.put(Canonical.IDENTITY_NUMBER, terms.wanted()::identityNumber);
        terms.ids(ids).identifier(identifier, systems).changed(changed);
        boolean identified = office.identified(request);
        return terms.bundle(
                office.reads().patients(terms.page()), PatientView::id, view -> PatientResource.of(view, identified));
    }
}
