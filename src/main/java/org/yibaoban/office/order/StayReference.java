package org.yibaoban.office.order;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * How the HIS names a stay, and what it says of the patient where the office does not know the stay.
 *
 * @param visit where it names one; else the patient's open visit is meant, if there is exactly one
 * @param patient by the HIS's number
 * @param patientIsCertain whether {@code patient} was sent as such, and not only as the id of a resource
 */
public record StayReference(
        Optional<VisitNumber> visit,
        Optional<PatientNumber> patient,
        boolean patientIsCertain,
        Optional<Sex> sex,
        Optional<LocalDate> birth) {}
