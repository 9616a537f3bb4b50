package org.yibaoban.office.consent;

import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.VisitRow;

/** Who may do what with a stay's consents: its ward's doctors and the insurance office; a billing clerk sees what is due. */
final class ConsentAccess {

    private static final String DOCTOR = "ward-doctor";
    private static final String OFFICER = "insurance-officer";
    private static final String CLERK = "billing-clerk";

    private ConsentAccess() {}

    /** @throws OfficeRefused when the user may not even see what is due */
    static void look(AppUser user, VisitRow visit) {
        if (!user.roles().contains(CLERK)) {
            handle(user, visit);
        }
    }

    /** @throws OfficeRefused when the user may not read and fill in forms of this stay */
    static void handle(AppUser user, VisitRow visit) {
        boolean ownPatient = user.roles().contains(DOCTOR)
                && user.department()
                        .filter(visit.location().department()::equals)
                        .isPresent();
        if (!ownPatient && !user.roles().contains(OFFICER)) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "visit " + visit.number(), "");
        }
    }

    /** @throws OfficeRefused for all but the insurance office */
    static void overview(AppUser user) {
        if (!user.roles().contains(OFFICER)) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "consents", "");
        }
    }
}
