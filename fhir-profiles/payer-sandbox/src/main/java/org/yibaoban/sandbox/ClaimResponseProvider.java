package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;

/** {@code GET ClaimResponse?request.identifier=system|value}: what became of a claim. */
public final class ClaimResponseProvider implements IResourceProvider {
    private static final String SYSTEM = Canonical.CLAIM + "|";
    private final SandboxPayer payer;
    private final Door door;

    ClaimResponseProvider(SandboxPayer payer, Door door) {
        this.payer = payer;
        this.door = door;
    }

    @Override
    public Class<ClaimResponse> getResourceType() {
        return ClaimResponse.class;
    }

    @Search
    public List<ClaimResponse> ofClaim(
            @RequiredParam(name = "request", chainWhitelist = "identifier") ReferenceParam request) {
        String token = request.getValue();
        if (!token.startsWith(SYSTEM)) {
            throw new InvalidRequestException("request.identifier: " + SYSTEM + "<value> is expected");
        }
        return door.guard(() -> payer.status(token.substring(SYSTEM.length())).stream()
                .map(answer -> FhirJson.parse(ClaimResponse.class, answer))
                .toList());
    }
}
