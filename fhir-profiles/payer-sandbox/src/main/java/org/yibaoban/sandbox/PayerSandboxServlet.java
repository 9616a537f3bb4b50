package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.yibaoban.fhir.profile.FhirJson;

/** The payer's FHIR door: the operations {@code $submit}, the search for answers, and {@code metadata}. */
public class PayerSandboxServlet extends RestfulServer {
    /** Where {@link SandboxStart} leaves the payer in the servlet context. */
    static final String PAYER = "org.yibaoban.sandbox.payer";

    /** Where it leaves the {@link Mood}; without one the payer behaves. */
    static final String MOOD = "org.yibaoban.sandbox.mood";

    private static final long serialVersionUID = 1L;

    private transient Misbehaving misbehaving;
    private transient Mood mood;

    public PayerSandboxServlet() {
        super(FhirJson.context());
    }

    @Override
    protected void initialize() throws ServletException {
        Object payer = getServletContext().getAttribute(PAYER);
        if (!(payer instanceof SandboxPayer sandbox)) {
            throw new ServletException("the payer sandbox did not start, see the log before this line");
        }
        if (getServletContext().getAttribute(MOOD) instanceof Mood kept) {
            mood = kept;
            misbehaving = new Misbehaving(kept);
        }
        Door door = new Door(Clock.systemUTC());
        setServerName("yibaoban payer sandbox");
        setImplementationDescription("A payer for demonstrations and tests; its members are made up.");
        setDefaultResponseEncoding(EncodingEnum.JSON);
        registerProviders(new EligibilityProvider(sandbox, door), new ClaimProvider(sandbox, door));
        registerProviders(new ClaimResponseProvider(sandbox, door), new TaskProvider(sandbox.reversals(), door));
        registerProviders(new PaymentReconciliationProvider(
                sandbox.statements(), sandbox.clearings(), this::statementFaults, door));
    }

    private Map<String, StatementFault> statementFaults() {
        return mood == null ? Map.of() : mood.now().statementFaults();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (misbehaving == null) {
            super.service(request, response);
        } else {
            misbehaving.serve(request, response, super::service);
        }
    }
}
