package org.yibaoban.office.consent;

import java.time.Instant;
import java.util.List;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.visit.PatientDetails;

/**
 * One form with all that happened to it.
 *
 * @param open whether it can still change: no claim holds the stay
 * @param steps oldest first
 * @param filings what the systems of the hospital were told of it, oldest first; none where none is to be told
 * @param scanned whether a scan of the signed paper is here
 */
public record ConsentFile(
        Consent consent,
        PatientDetails patient,
        String department,
        boolean open,
        List<Step> steps,
        List<Filing> filings,
        boolean scanned) {

    /** Who did what, when and why. */
    public record Step(Instant at, String by, ConsentState state, String why) {}
}
