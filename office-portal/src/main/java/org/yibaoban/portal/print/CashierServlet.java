package org.yibaoban.portal.print;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.office.cashier.CashierDesk;
import org.yibaoban.office.cashier.ClosingDesk;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.visit.VisitNumber;

/** {@code GET /cashier/receipt?number=} and {@code GET /cashier/closing?id=}: receipt and closing sheet as PDF. */
@WebServlet({"/cashier/receipt", "/cashier/closing"})
public class CashierServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Template RECEIPT = new Template("/org/yibaoban/portal/print/receipt.xhtml");
    private static final Template CLOSING = new Template("/org/yibaoban/portal/print/closing-sheet.xhtml");

    @Inject
    private transient CashierDesk desk;

    @Inject
    private transient ClosingDesk closings;

    @Inject
    private transient Hospital hospital;

    @Inject
    private transient Format format;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Document> page = request.getServletPath().endsWith("/receipt")
                ? receipt(request.getParameter("number"))
                : closing(request.getParameter("id"));
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PdfAnswer.send("cashier.pdf", out -> Pdf.write(page.get(), out), response);
    }

    private Optional<Document> receipt(String number) {
        return ReceiptNumber.read(number).flatMap(desk::receipt).map(kept -> {
            Map<String, Object> content = new CashierSheets(hospital, format)
                    .receipt(
                            kept.receipt(),
                            desk.view(new VisitNumber(kept.visit())).visit());
            return RECEIPT.fill(content);
        });
    }

    private Optional<Document> closing(String id) {
        return id == null || !id.matches("[0-9]{1,18}")
                ? Optional.empty()
                : closings.find(Long.parseLong(id))
                        .map(found -> CLOSING.fill(new CashierSheets(hospital, format).closing(found)));
    }
}
