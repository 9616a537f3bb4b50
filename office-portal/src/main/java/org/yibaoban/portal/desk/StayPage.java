package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.BillingDesk;
import org.yibaoban.office.desk.LedgerLine;
import org.yibaoban.office.desk.StayBill;
import org.yibaoban.portal.security.SignedIn;

/** One patient of a ward, to read only: what was charged, by day and by kind. */
@Named
@ViewScoped
public class StayPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private BillingDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String visit;
    private StayBill bill;
    private List<LedgerLine> lines = List.of();
    private List<LedgerLine> filtered;

    /** Reads the stay; one of another department is forbidden to a ward doctor. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            StayBill found = desk.bill(Visits.number(visit));
            if (new DepartmentScope(me.user()).covers(found.visit().department())) {
                bill = found;
                // a list of our own: the table sorts it in place
                lines = new ArrayList<>(bill.lines());
            } else {
                faces.getExternalContext()
                        .responseSendError(HttpServletResponse.SC_FORBIDDEN, ReasonCode.NOT_ALLOWED.code());
                faces.responseComplete();
            }
        } catch (OfficeRefused refused) {
            faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
            notices.refused(refused);
        }
    }

    /** Empty days do not appear. */
    public List<ChargeTotals.Row> getByDay() {
        return ChargeTotals.byDay(bill.lines());
    }

    public List<ChargeTotals.Row> getByKind() {
        return ChargeTotals.byKind(bill.lines());
    }

    /** What the patient bears by today's estimate, in yuan; asked only where there is an estimate. */
    public Money getPersonal() {
        return bill.estimate().orElseThrow().amount(SettlementField.PERSONAL);
    }

    public List<LedgerLine> getLines() {
        return lines;
    }

    /** Kept for the table while its columns are filtered. */
    public List<LedgerLine> getFiltered() {
        return filtered;
    }

    public void setFiltered(List<LedgerLine> filtered) {
        this.filtered = filtered;
    }

    /** Null when the visit is not known. */
    public StayBill getBill() {
        return bill;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }
}
