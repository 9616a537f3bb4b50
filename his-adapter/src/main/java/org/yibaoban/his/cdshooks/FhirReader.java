package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.util.Optional;

/** Reads what a client did not send from its FHIR server. */
public interface FhirReader {

    /**
     * The office asks nobody.
     */
    FhirReader NONE = (server, token, path) -> Optional.empty();

    /**
     * @param server the base as the client named it; one that is not on the allow-list is not called
     * @param token the client's bearer token, may be blank
     * @param path below the base, such as {@code Encounter/12}
     * @return empty when the server may not be called, is too slow, or has no such resource
     */
    Optional<JsonObject> read(String server, String token, String path);
}
