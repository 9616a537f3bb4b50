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
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.facade.FlagView;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.selection.Selection;

/** What is to be known of stays. */
public final class FlagReader implements IResourceProvider {

    private final Office office;

    public FlagReader(Office office) {
        this.office = office;
    }

    @Override
    public Class<DetectedIssue> getResourceType() {
        return DetectedIssue.class;
    }

    @Read
    public DetectedIssue read(@IdParam IdType id) {
        String[] parts = id.getIdPart().split("-", 2);
        Optional<Long> visit = Ids.row(parts[0]);
        Optional<StayFlag> flag = parts.length == 2 ? FlagResource.flag(parts[1]) : Optional.empty();
        if (visit.isEmpty() || flag.isEmpty()) {
            throw FhirFault.notFound("DetectedIssue", id.getIdPart());
        }
        Selection wanted =
                Selection.all().visit(visit.get()).item(flag.get().name()).page(0, 1);
        return office.reads().flags(wanted).flags().stream()
                .findFirst()
                .map(FlagResource::of)
                .orElseThrow(() -> FhirFault.notFound("DetectedIssue", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(
            @OptionalParam(name = "patient") ReferenceParam patient,
            @OptionalParam(name = "implicated") ReferenceParam implicated,
            @OptionalParam(name = "code") TokenParam code,
            @OptionalParam(name = "status") TokenOrListParam status,
            @OptionalParam(name = "_lastUpdated") DateRangeParam changed,
            RequestDetails request) {
        Terms terms = new Terms(request, office.zone());
        terms.patient(patient)
                .encounter(implicated)
                .identifier(
                        code,
                        Map.of(
                                Canonical.STAY_FLAG,
                                value -> FlagResource.flag(value)
                                        .ifPresentOrElse(
                                                flag -> terms.wanted().item(flag.name()),
                                                () -> terms.wanted().none())))
                .states(status, FlagReader::states)
                .changed(changed);
        HisReads.FlagPage page = office.reads().flags(terms.exactPage());
        return terms.bundle(page.flags().stream().map(FlagResource::of).toList(), page.next());
    }

    private static Set<String> states(String code) {
        return switch (code) {
            case "final" -> Set.of(FlagView.RAISED);
            case "cancelled" -> Set.of(FlagView.LOWERED);
            default -> Set.of();
        };
    }
}
