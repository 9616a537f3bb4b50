package org.yibaoban.portal.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.yibaoban.control.TrailLink;
import org.yibaoban.fhir.mapping.AuditEventMapping;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.office.control.Trail;

/** The whole trail as a file: FHIR AuditEvents, one a line (NDJSON), in the chain's order. */
@WebServlet("/trail/export.ndjson")
public class TrailServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 500;

    @Inject
    private transient Trail trail;

    @Inject
    private transient Parties parties;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/fhir+ndjson;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"trail-" + trail.head().number() + ".ndjson\"");
        AuditEventMapping mapping = new AuditEventMapping(parties);
        Writer out = response.getWriter();
        long next = 1;
        for (List<TrailLink> page = trail.from(next, AT_ONCE); !page.isEmpty(); page = trail.from(next, AT_ONCE)) {
            for (TrailLink link : page) {
                out.write(FhirJson.context().newJsonParser().encodeResourceToString(mapping.toFhir(link)));
                out.write('\n');
                next = link.number() + 1;
            }
        }
    }
}
