package org.yibaoban.portal.desk;

import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.visit.VisitNumber;

/** Visit numbers as they come from an address bar. */
public final class Visits {

    private Visits() {}

    /** @throws OfficeRefused VISIT_UNKNOWN for what cannot be a visit number at all */
    public static VisitNumber number(String given) {
        try {
            return new VisitNumber(given);
        } catch (IllegalArgumentException noNumber) {
            throw new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit", "1 to 30 characters");
        }
    }
}
