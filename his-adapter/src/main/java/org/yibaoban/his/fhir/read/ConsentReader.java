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
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.mapping.ConsentMapping;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.ConsentView;
import org.yibaoban.selection.Selection;

/** The consent forms of visits, in whatever state; what was signed itself is filed by a notice. */
public final class ConsentReader implements IResourceProvider {

    private final Office office;
    private final ConsentMapping mapping;

    public ConsentReader(Office office) {
        this.office = office;
        this.mapping = new ConsentMapping(office.parties());
    }

    @Override
    public Class<Consent> getResourceType() {
        return Consent.class;
    }

    @Read
    public Consent read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .consents(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> ConsentResource.of(view, mapping))
                .orElseThrow(() -> FhirFault.notFound("Consent", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "data") ReferenceParam encounter,
            @OptionalParam(name = "status") TokenOrListParam status,
            @OptionalParam(name = "date") DateRangeParam prepared,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            @IncludeParam(allow = {"Consent:patient", "Consent:data"}) Set<Include> includes,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.CONSENT, terms.wanted()::number))
                .patient(patient)
                .encounter(encounter)
                .states(status, ConsentMapping::states)
                .happened("date", prepared)
                .changed(changed);
        List<ConsentView> found = office.reads().consents(terms.page());
        return terms.bundle(
                found,
                ConsentView::id,
                view -> ConsentResource.of(view, mapping),
                new Includes(office, request, includes)
                        .of(terms.shown(found).stream()
                                .map(ConsentView::subject)
                                .toList()));
    }
}
