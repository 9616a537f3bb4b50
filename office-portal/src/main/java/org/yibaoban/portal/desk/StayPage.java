package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.charge.ChargeSum;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.BillingDesk;
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
    private LineTable lines;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String visit;
    private StayBill bill;

    /** Reads the stay; one of another department is forbidden to a ward doctor. */
    public void open() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            StayBill found = desk.bill(Visits.number(visit));
            if (new DepartmentScope(me.user()).covers(found.visit().department())) {
                bill = found;
                lines.of(Visits.number(visit), ChargeSum.total(bill.kinds()));
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

    /** What the patient bears by today's estimate, in yuan; asked only where there is an estimate. */
    public Money getPersonal() {
        return bill.estimate().orElseThrow().amount(SettlementField.PERSONAL);
    }

    /** Null when the visit is not known. */
    public StayBill getBill() {
        return bill;
    }

    public String getVisit() {
        return visit;
    }

    /** What an open page sends back names no other stay: whether the user may see this one was asked once, in {@link #open}. */
    public void setVisit(String visit) {
        if (bill == null) {
            this.visit = visit;
        }
    }
}
