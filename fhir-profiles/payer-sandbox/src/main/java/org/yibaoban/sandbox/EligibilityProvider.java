package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.IResourceProvider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;

/** {@code POST CoverageEligibilityRequest/$submit}: the body is the request, the answer a CoverageEligibilityResponse. */
public final class EligibilityProvider implements IResourceProvider {
    private final SandboxPayer payer;
    private final Door door;

    EligibilityProvider(SandboxPayer payer, Door door) {
        this.payer = payer;
        this.door = door;
    }

    @Override
    public Class<CoverageEligibilityRequest> getResourceType() {
        return CoverageEligibilityRequest.class;
    }

    @Operation(name = "$submit", manualRequest = true, manualResponse = true)
    public void submit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        door.exchange(request, response, payer::eligibility);
    }
}
