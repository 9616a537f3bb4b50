package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.control.TrailLink;
import org.yibaoban.fhir.mapping.AuditEventMapping;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.office.control.Trail;

/** The trail for the auditor's own tools, in the chain's order; who wants the newest begins behind a number. */
public final class AuditEventReader implements IResourceProvider {

    private final Trail trail;
    private final AuditEventMapping mapping;

    public AuditEventReader(Trail trail, Parties parties) {
        this.trail = trail;
        this.mapping = new AuditEventMapping(parties);
    }

    @Override
    public Class<AuditEvent> getResourceType() {
        return AuditEvent.class;
    }

    @Read
    public AuditEvent read(@IdParam IdType id) {
        return Ids.row(id.getIdPart())
                .flatMap(trail::numbered)
                .map(mapping::toFhir)
                .orElseThrow(() -> FhirFault.notFound("AuditEvent", id.getIdPart()));
    }

    @Search(allowUnknownParams = true)
    public Bundle search(RequestDetails request) {
        Paging paging = new Paging(request);
        List<TrailLink> found = trail.from(paging.after() + 1, paging.lookAhead());
        List<TrailLink> shown = found.subList(0, Math.min(found.size(), paging.count()));
        Optional<Long> next = found.size() > shown.size()
                ? Optional.of(shown.get(shown.size() - 1).number())
                : Optional.empty();
        return paging.bundle(shown.stream().map(mapping::toFhir).toList(), List.of(), next);
    }
}
