package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.Claim;

/** {@code POST Claim/$submit}: the body is the claim, the answer a ClaimResponse. */
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
}
