package org.yibaoban.portal.print;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.desk.Visits;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.security.SignedIn;

/** {@code GET /billing/sheet?visit=}: the settlement sheet as PDF; with {@code part} that of a settled part of a stay. */
@WebServlet("/billing/sheet")
public class SheetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Template SHEET = new Template("/org/yibaoban/portal/print/settlement-sheet.xhtml");

    @Inject
    private transient BillingDesk desk;

    @Inject
    private transient Hospital hospital;

    @Inject
    private transient Format format;

    @Inject
    private transient Clock clock;

    @Inject
    private transient SignedIn me;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<StayBill> bill = bill(request.getParameter("visit"), request.getParameter("part"));
        Optional<Map<String, Object>> content = bill.flatMap(found -> new SettlementSheet(hospital, format)
                .content(found, me.user().displayName(), LocalDateTime.now(clock)));
        if (content.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PdfAnswer.send("settlement-sheet.pdf", out -> Pdf.write(SHEET.fill(content.get()), out), response);
    }

    private Optional<StayBill> bill(String visit, String part) {
        try {
            return Optional.of(
                    desk.sheet(Visits.number(visit), Optional.ofNullable(part).map(Integer::valueOf)));
        } catch (OfficeRefused | NumberFormatException unknown) {
            return Optional.empty();
        }
    }
}
