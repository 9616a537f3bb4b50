package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.ExchangedView;
import org.yibaoban.selection.Selection;

/** The payer's answers to claims as they were received, each of them. */
public final class ClaimResponseReader implements IResourceProvider {

    private static final Set<String> OUTCOMES = Set.of("COMPLETE", "PARTIAL", "ERROR", "QUEUED");

    private final Office office;

    public ClaimResponseReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<ClaimResponse> getResourceType() {
        return ClaimResponse.class;
    }

    @Read
    public ClaimResponse read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .claimAnswers(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(ExchangedResource::answer)
                .orElseThrow(() -> FhirFault.notFound("ClaimResponse", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "request") ReferenceParam claim,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "outcome") TokenOrListParam outcome,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .claim(claim)
                .patient(patient)
                .states(outcome, ClaimResponseReader::states)
                .changed(changed);
        return terms.bundle(office.reads().claimAnswers(terms.page()), ExchangedView::id, ExchangedResource::answer);
    }

    private static Set<String> states(String code) {
        String name = code.toUpperCase(Locale.ROOT);
        return OUTCOMES.contains(name) ? Set.of(name) : Set.of();
    }
}
