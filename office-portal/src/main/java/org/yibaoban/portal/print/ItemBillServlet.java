package org.yibaoban.portal.print;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.desk.ItemBill;
import org.yibaoban.office.desk.LineDesk;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.desk.DepartmentScope;
import org.yibaoban.portal.desk.Visits;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.security.SignedIn;

/**
 * Bills as PDF: {@code GET /ward/bill?visit=} or {@code /billing/items?visit=} the itemised bill of a stay, with
 * {@code day=} the daily bill; {@code /ward/bills?day=}, with {@code department=} for the office, the daily bills of all
 * patients of a department.
 */
@WebServlet({"/ward/bill", "/ward/bills", "/billing/items"})
public class ItemBillServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient LineDesk desk;

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
        try {
            Optional<LocalDate> day = Optional.ofNullable(request.getParameter("day"))
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse);
            boolean wholeWard = request.getServletPath().endsWith("/bills");
            if (wholeWard) {
                write(ward(request.getParameter("department"), day.orElseThrow(ItemBillServlet::noDay)), response);
                return;
            }
            ItemBill bill = desk.bill(Visits.number(request.getParameter("visit")), day);
            boolean ofClerk = request.getServletPath().startsWith("/billing/");
            if (!ofClerk && !scope().covers(bill.location().department())) {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            write(List.of(bill), response);
        } catch (OfficeRefused | DateTimeParseException unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static DateTimeParseException noDay() {
        return new DateTimeParseException("no day", "", 0);
    }

    private DepartmentScope scope() {
        return new DepartmentScope(me.user());
    }

    /** A doctor without a department has no patients. */
    private List<ItemBill> ward(String wanted, LocalDate day) {
        Optional<String> department = scope().shown(wanted);
        return department.isEmpty() && !scope().all() ? List.of() : desk.ward(department, day);
    }

    private void write(List<ItemBill> bills, HttpServletResponse response) throws IOException {
        LocalDateTime now = LocalDateTime.now(clock);
        PdfAnswer.send(
                "bill.pdf",
                out -> new ItemBillSheet(hospital, format)
                        .write(bills, me.user().displayName(), now, out),
                response);
    }
}
