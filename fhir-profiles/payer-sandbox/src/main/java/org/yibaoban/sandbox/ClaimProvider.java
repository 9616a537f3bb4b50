package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.yibaoban.fhir.profile.FhirJson;

/**
 * {@code POST Claim/$submit}: the body is the claim, the answer a ClaimResponse; and two of the ways to take a claim back.
 */
public final class ClaimProvider implements IResourceProvider {
    private final SandboxPayer payer;
    private final Door door;

    ClaimProvider(SandboxPayer payer, Door door) {
        this.payer = payer;
        this.door = door;
    }

    @Override
    public Class<Claim> getResourceType() {
        return Claim.class;
    }

    @Operation(name = "$submit", manualRequest = true, manualResponse = true)
    public void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.exchange(request, response, payer::submit);
    }

    /** {@code POST Claim/$cancel}: the answer is the claim's ClaimResponse, cancelled. */
    @Operation(name = "$cancel", manualRequest = true, manualResponse = true)
    public void cancel(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.exchange(request, response, body -> payer.reversals().cancel(body));
    }

    /** {@code PUT Claim?identifier=}: the claim with status cancelled; nothing else of it may change. */
    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ConditionalUrlParam String condition,
            @ResourceParam Claim parsed,
            @ResourceParam byte[] body) {
        byte[] answer = door.guard(() -> payer.reversals().update(body));
        Claim claim = FhirJson.parse(Claim.class, door.accepted(answer));
        return new MethodOutcome(
                        new IdType("Claim", claim.getIdentifierFirstRep().getValue()))
                .setResource(claim);
    }
}
