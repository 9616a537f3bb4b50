package org.yibaoban.office.payer;

import java.time.LocalDate;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** A question to the payer: is this person insured for a visit that begins on this day? */
public record EligibilityQuery(
        IdentityNumber identityNumber, String name, VisitNumber visit, VisitType type, LocalDate serviceDate) {

    @Override
    public String toString() {
        return "eligibility of visit " + visit;
    }
}
