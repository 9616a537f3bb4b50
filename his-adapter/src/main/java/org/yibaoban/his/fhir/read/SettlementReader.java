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
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.SettlementView;
import org.yibaoban.selection.Selection;

/** Where claims stand and what they come to. */
public final class SettlementReader implements IResourceProvider {

    private final Office office;

    public SettlementReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<ExplanationOfBenefit> getResourceType() {
        return ExplanationOfBenefit.class;
    }

    @Read
    public ExplanationOfBenefit read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .settlements(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> SettlementResource.of(view, office.parties()))
                .orElseThrow(() -> FhirFault.notFound("ExplanationOfBenefit", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "claim") ReferenceParam claim,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "encounter") ReferenceParam encounter,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            @IncludeParam(allow = {"ExplanationOfBenefit:patient", "ExplanationOfBenefit:encounter"})
                    Set<Include> includes,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.CLAIM, terms.wanted()::number))
                .claim(claim)
                .patient(patient)
                .encounter(encounter)
                .changed(changed);
        List<SettlementView> found = office.reads().settlements(terms.page());
        return terms.bundle(
                found,
                SettlementView::id,
                view -> SettlementResource.of(view, office.parties()),
                new Includes(office, request, includes)
                        .of(terms.shown(found).stream()
                                .map(SettlementView::subject)
                                .toList()));
    }
}
