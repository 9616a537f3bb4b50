package org.yibaoban.office.his;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/**
 * What a HIS tells the office about one visit, free of any message format. Times are the hospital's local time. Every
 * command may come twice: applying it again changes nothing.
 */
public sealed interface HisCommand {

    VisitNumber visit();

    /** HL7 ADT A01: a visit opens; for a visit already known it updates it. */
    record Admit(
            VisitNumber visit,
            PatientDetails patient,
            VisitType type,
            Location location,
            Optional<String> doctor,
            LocalDateTime at,
            List<Diagnosis> diagnoses)
            implements HisCommand {}

    /** HL7 ADT A02: the patient lies elsewhere from {@code at} on. */
    record Transfer(VisitNumber visit, Location location, Optional<String> doctor, LocalDateTime at)
            implements HisCommand {}

    /** HL7 ADT A03: the visit ends. */
    record Discharge(VisitNumber visit, LocalDateTime at, List<Diagnosis> diagnoses) implements HisCommand {}

    /** HL7 ADT A08: what is known of the person or the visit changes; never a discharge. */
    record Update(VisitNumber visit, PatientDetails patient, Optional<String> doctor, List<Diagnosis> diagnoses)
            implements HisCommand {}

    /** HL7 ADT A11: the admission was a mistake. */
    record CancelAdmission(VisitNumber visit, LocalDateTime at) implements HisCommand {}

    /** HL7 ADT A13: the discharge was a mistake, the visit goes on. */
    record CancelDischarge(VisitNumber visit, LocalDateTime at) implements HisCommand {}

    /**
     * HL7 DFT P03: charges and credits of one visit.
     *
     * @param patient checked against the visit's; empty where the sender's charges name the visit alone
     */
    record PostCharges(VisitNumber visit, Optional<PatientNumber> patient, List<ChargePosting> postings)
            implements HisCommand {

        public PostCharges(VisitNumber visit, PatientNumber patient, List<ChargePosting> postings) {
            this(visit, Optional.of(patient), postings);
        }
    }
}
