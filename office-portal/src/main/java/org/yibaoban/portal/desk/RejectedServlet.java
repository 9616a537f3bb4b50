package org.yibaoban.portal.desk;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.yibaoban.office.tabular.LoadView;
import org.yibaoban.office.tabular.RejectedRows;
import org.yibaoban.office.tabular.TabularDesk;

/** {@code GET /tables/rejected.csv?load=}, or {@code .xlsx}: a load's rejected rows, to mend the source by. */
@WebServlet({"/tables/rejected.csv", "/tables/rejected.xlsx"})
public class RejectedServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private transient TabularDesk desk;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Long> load = Optional.ofNullable(request.getParameter("load"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .flatMap(desk::load)
                .map(LoadView::id);
        if (load.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean excel = request.getServletPath().endsWith(".xlsx");
        response.setContentType(excel ? EXCEL : "text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"rejected-" + load.get() + (excel ? ".xlsx\"" : ".csv\""));
        if (excel) {
            RejectedRows.excel(from -> desk.rejected(load.get(), from, RejectedRows.PAGE), response.getOutputStream());
        } else {
            RejectedRows.csv(from -> desk.rejected(load.get(), from, RejectedRows.PAGE), response.getOutputStream());
        }
    }
}
