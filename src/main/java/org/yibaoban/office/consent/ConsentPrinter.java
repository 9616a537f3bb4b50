package org.yibaoban.office.consent;

import java.util.Optional;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.DrawnSignature;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;

/** Prints a filled-in form. */
public interface ConsentPrinter {

    /**
     * @param signature drawn on the screen; empty leaves room for a pen
     * @return the form as PDF
     */
    byte[] print(Consent consent, PatientDetails patient, Location location, Optional<DrawnSignature> signature);
}
