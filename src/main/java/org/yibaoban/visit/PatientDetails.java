package org.yibaoban.visit;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.membership.Sex;

/**
 * A patient as the HIS describes the person. The name and the identity number are personal data and never logged.
 *
 * @param identityNumber as sent, not yet checked (see {@link org.yibaoban.membership.IdentityNumber#fault})
 */
public record PatientDetails(
        PatientNumber number, Optional<String> identityNumber, String name, Sex sex, Optional<LocalDate> birthDate) {

    @Override
    public String toString() {
        return "patient " + number;
    }
}
