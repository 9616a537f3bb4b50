package org.yibaoban.portal.print;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.consent.ConsentDesk;
import org.yibaoban.office.consent.ConsentDocument;
import org.yibaoban.portal.security.SignedIn;

/** {@code GET /consent/form?number=} and {@code /consent/scan?number=}: a form as PDF, and the paper that was signed. */
@WebServlet({"/consent/form", "/consent/scan"})
public class ConsentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ConsentDesk desk;

    @Inject
    private transient SignedIn me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<ConsentDocument> document;
        try {
            document = document(request.getServletPath(), request.getParameter("number"));
        } catch (OfficeRefused refused) {
            response.sendError(
                    refused.reason() == ReasonCode.NOT_ALLOWED
                            ? HttpServletResponse.SC_FORBIDDEN
                            : HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (document.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        byte[] content = document.get().content();
        response.setContentType(document.get().mediaType());
        response.setHeader("Content-Disposition", "inline");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    private Optional<ConsentDocument> document(String path, String number) {
        return path.endsWith("/scan") ? desk.scan(number, me.user()) : Optional.of(desk.form(number, me.user()));
    }
}
