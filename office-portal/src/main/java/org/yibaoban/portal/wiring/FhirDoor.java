package org.yibaoban.portal.wiring;

import ca.uhn.fhir.rest.server.RestfulServer;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import org.yibaoban.his.fhir.FhirFacade;

/** The FHIR door. It is furnished with the first request, so that the start does not wait for it. */
@WebServlet("/fhir/*")
public class FhirDoor extends RestfulServer {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient FhirFacade facade;

    @Override
    protected void initialize() {
        facade.furnish(this);
    }
}
