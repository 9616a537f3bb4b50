package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.yibaoban.office.order.OverrideReason;
import org.yibaoban.office.order.StayOrder;
import org.yibaoban.office.order.StayOrders;
import org.yibaoban.portal.i18n.Language;

/** The orders of the stay that a ward looks at. */
@Named
@ViewScoped
public class WardOrders implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private StayOrders orders;

    @Inject
    private Language language;

    private String visit = "";
    private transient List<StayOrder> found;

    /** By time of order. */
    public List<StayOrder> of(String number) {
        if (found == null || !visit.equals(number)) {
            visit = number;
            found = orders.of(Visits.number(number));
        }
        return found;
    }

    /** Why the doctor went on, with the doctor's own words; blank where the HIS told no reason. */
    public String why(StayOrder.Reaction reaction) {
        String reason = reaction.reason()
                .map(code -> OverrideReason.ofCode(code)
                        .map(known -> language.pick(known.chinese(), known.english()))
                        .orElse(code))
                .orElse("");
        String comment = reaction.comment().orElse("");
        return reason.isEmpty() || comment.isEmpty() ? reason + comment : reason + ": " + comment;
    }
}
