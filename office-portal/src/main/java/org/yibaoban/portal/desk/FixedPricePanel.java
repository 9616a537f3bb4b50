package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.function.Consumer;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.desk.FixedPriceDesk;
import org.yibaoban.office.desk.FixedPriceView;
import org.yibaoban.portal.security.SignedIn;
import org.yibaoban.visit.VisitNumber;

/** On the bill of a stay: whether it is settled at the fixed price of its disease; the office chooses it and undoes it. */
@Named
@ViewScoped
public class FixedPricePanel implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private FixedPriceDesk desk;

    @Inject
    private BillPage bill;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String reason = "";

    /** Null where the stay has neither a price to choose nor one that was chosen. */
    public FixedPriceView getView() {
        FixedPriceView view = desk.of(Visits.number(bill.getVisit()));
        return view.offer().isEmpty() && view.history().isEmpty() ? null : view;
    }

    /** Whether this user may choose and undo, as the stay stands. */
    public boolean isMine() {
        return me.isOfficer() && !bill.getBill().isClaimed();
    }

    public void choose() {
        act("fixed.chosen", visit -> desk.choose(visit, reason, me.user().username()));
    }

    public void undo() {
        act("fixed.undone", visit -> desk.undo(visit, reason, me.user().username()));
    }

    private void act(String done, Consumer<VisitNumber> deed) {
        if (!me.isOfficer()) {
            notices.refused(ReasonCode.NOT_ALLOWED, bill.getVisit());
            return;
        }
        try {
            deed.accept(Visits.number(bill.getVisit()));
            notices.done(done);
            reason = "";
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        bill.open();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String words) {
        this.reason = words == null ? "" : words;
    }
}
