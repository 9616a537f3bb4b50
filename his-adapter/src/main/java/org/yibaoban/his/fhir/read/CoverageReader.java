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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.MemberView;
import org.yibaoban.selection.Selection;

/** What the payer said of the insurance of each visit's patient. */
public final class CoverageReader implements IResourceProvider {

    private final Office office;

    public CoverageReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<Coverage> getResourceType() {
        return Coverage.class;
    }

    @Read
    public Coverage read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .members(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> CoverageResource.of(view, office.parties()))
                .orElseThrow(() -> FhirFault.notFound("Coverage", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "beneficiary") ReferenceParam beneficiary,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            @IncludeParam(allow = "Coverage:patient") Set<Include> includes,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.COVERAGE_OF_VISIT, terms.wanted()::number))
                .patient(patient)
                .patient(beneficiary)
                .changed(changed);
        List<MemberView> found = office.reads().members(terms.page());
        return terms.bundle(
                found,
                view -> view.subject().visit(),
                view -> CoverageResource.of(view, office.parties()),
                new Includes(office, request, includes)
                        .of(terms.shown(found).stream().map(MemberView::subject).toList()));
    }
}
