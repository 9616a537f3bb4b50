package org.yibaoban.his.fhir;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Ids and references of this server: the row ids of the store, which never change. */
public final class Ids {

    private Ids() {}

    /** The row id; empty for an id that this server cannot have given. */
    public static Optional<Long> row(String id) {
        return id != null && id.matches("[1-9]\\d{0,17}") ? Optional.of(Long.parseLong(id)) : Optional.empty();
    }

    public static Reference reference(String type, long id) {
        return new Reference(type + "/" + id);
    }

    /** Gives a resource its id and the time of its last change. */
    public static <R extends Resource> R stamp(R resource, String id, Instant changedAt) {
        resource.setId(resource.fhirType() + "/" + id);
        resource.getMeta().setLastUpdated(Date.from(changedAt));
        return resource;
    }
}
