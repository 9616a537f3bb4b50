package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.RegistrationDesk;
import org.yibaoban.portal.security.SignedIn;

/** On the bill of an outpatient visit: what the person is registered for, and for which of it the visit is. */
@Named
@ViewScoped
public class RegistrationPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RegistrationDesk desk;

    @Inject
    private BillPage bill;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String disease;

    /** As the payer reported them last. */
    public List<DiseaseStanding> getRegistrations() {
        return desk.of(Visits.number(bill.getVisit()));
    }

    /** The disease that the visit is for; blank for none. */
    public String getDisease() {
        if (disease == null) {
            disease = desk.diseaseOf(Visits.number(bill.getVisit())).orElse("");
        }
        return disease;
    }

    public void setDisease(String code) {
        this.disease = code == null ? "" : code.strip();
    }

    /** What is chosen holds from now on. */
    public void choose() {
        if (!me.isClerk() && !me.isOfficer()) {
            notices.refused(ReasonCode.NOT_ALLOWED, bill.getVisit());
            return;
        }
        try {
            desk.visitFor(
                    Visits.number(bill.getVisit()), Optional.of(getDisease()).filter(code -> !code.isEmpty()));
            notices.done("registration.chosen");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        bill.open();
    }
}
