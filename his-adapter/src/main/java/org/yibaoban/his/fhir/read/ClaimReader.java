package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.ExchangedView;
import org.yibaoban.selection.Selection;

/** Claims as they were sent to the payer. */
public final class ClaimReader implements IResourceProvider {

    private final Office office;

    public ClaimReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<Claim> getResourceType() {
        return Claim.class;
    }

    @Read
    public Claim read(@IdParam IdType id, RequestDetails request) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .sentClaims(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> ExchangedResource.claim(view, office.identified(request)))
                .orElseThrow(() -> FhirFault.notFound("Claim", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "encounter") ReferenceParam encounter,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.CLAIM, terms.wanted()::number))
                .patient(patient)
                .encounter(encounter)
                .changed(changed);
        boolean identified = office.identified(request);
        return terms.bundle(
                office.reads().sentClaims(terms.page()),
                ExchangedView::id,
                view -> ExchangedResource.claim(view, identified));
    }
}
