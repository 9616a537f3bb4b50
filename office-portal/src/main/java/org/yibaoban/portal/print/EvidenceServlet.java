package org.yibaoban.portal.print;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.yibaoban.office.deduction.DeductionDesk;

/**
 * {@code GET /deductions/evidence?id=}: a file of evidence as it was given. It is handed over to be saved, never shown:
 * whatever it holds must not run here.
 */
@WebServlet("/deductions/evidence")
public class EvidenceServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient DeductionDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<byte[]> content = number(request.getParameter("id")).flatMap(desk::content);
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/octet-stream");
        response.setHeader("Content-Disposition", "attachment");
        response.setContentLength(content.get().length);
        response.getOutputStream().write(content.get());
    }

    private static Optional<Long> number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
