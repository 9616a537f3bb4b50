package org.yibaoban.portal.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.control.Doorway;

/** Personal data in clear where it is masked for others: for who has the right and says why. Both stand in the trail. */
@ApplicationScoped
public class ClearData {

    private static final int LONGEST_REASON = 200;

    @Inject
    private SignedIn me;

    /**
     * Notes that something is shown in clear to the user of this request.
     *
     * @param what as a subject of the trail: {@code message#12}, or the name of a list
     * @param reason may be null, as Faces gives an empty field
     * @throws OfficeRefused to a user without the right, and where no reason is given
     */
    public void shown(String what, String reason) {
        if (!me.isPersonalDataAllowed()) {
            throw new OfficeRefused(ReasonCode.NOT_ALLOWED, what, "personal data in clear");
        }
        if (reason == null || reason.isBlank()) {
            throw new OfficeRefused(ReasonCode.REASON_MISSING, what, "");
        }
        String told = reason.strip();
        Doorway.here().orElseThrow().handedOutInClear(what, told.substring(0, Math.min(told.length(), LONGEST_REASON)));
    }
}
