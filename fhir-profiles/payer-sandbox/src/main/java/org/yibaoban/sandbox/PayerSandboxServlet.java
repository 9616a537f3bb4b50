package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import java.time.Clock;
import org.yibaoban.fhir.profile.FhirJson;

/** The payer's FHIR door: the operations {@code $submit}, the search for answers, and {@code metadata}. */
public class PayerSandboxServlet extends RestfulServer {
    /** Where {@link SandboxStart} leaves the payer in the servlet context. */
    static final String PAYER = "org.yibaoban.sandbox.payer";

    private static final long serialVersionUID = 1L;

    public PayerSandboxServlet() {
        super(FhirJson.context());
    }

    @Override
    protected void initialize() throws ServletException {
        Object payer = getServletContext().getAttribute(PAYER);
        if (!(payer instanceof SandboxPayer sandbox)) {
            throw new ServletException("the payer sandbox did not start, see the log before this line");
        }
        Door door = new Door(Clock.systemUTC());
        setServerName("yibaoban payer sandbox");
        setImplementationDescription("A payer for demonstrations and tests; its members are made up.");
        setDefaultResponseEncoding(EncodingEnum.JSON);
        registerProviders(new EligibilityProvider(sandbox, door), new ClaimProvider(sandbox, door));
        registerProviders(new ClaimResponseProvider(sandbox, door), new TaskProvider(sandbox.reversals(), door));
    }
}
