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
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.facade.ChargeView;
import org.yibaoban.selection.Selection;

/** Lines of the ledger. */
public final class ChargeItemReader implements IResourceProvider {

    private final Office office;

    public ChargeItemReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<ChargeItem> getResourceType() {
        return ChargeItem.class;
    }

    @Read
    public ChargeItem read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(row -> office
                        .reads()
                        .charges(Selection.all().ids(Set.of(row)).page(0, 1))
                        .stream()
                        .findFirst())
                .map(view -> ChargeItemResource.of(view, office.zone()))
                .orElseThrow(() -> FhirFault.notFound("ChargeItem", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "_id") TokenOrListParam ids,
            @OptionalParam(name = "identifier") TokenParam identifier,
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "context") ReferenceParam context,
            @OptionalParam(name = "code") TokenParam code,
            @OptionalParam(name = "occurrence") DateRangeParam occurrence,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            @IncludeParam(allow = {"ChargeItem:patient", "ChargeItem:context"}) Set<Include> includes,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.ids(ids)
                .identifier(identifier, Map.of(Canonical.CHARGE, terms.wanted()::number))
                .identifier(code, Map.of(Canonical.HOSPITAL_ITEM, terms.wanted()::item))
                .patient(patient)
                .encounter(context)
                .happened("occurrence", occurrence)
                .changed(changed);
        List<ChargeView> found = office.reads().charges(terms.page());
        return terms.bundle(
                found,
                ChargeView::id,
                view -> ChargeItemResource.of(view, office.zone()),
                new Includes(office, request, includes)
                        .of(terms.shown(found).stream().map(ChargeView::subject).toList()));
    }
}
