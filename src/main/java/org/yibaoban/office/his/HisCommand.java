package org.yibaoban.office.his;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/**
 * What a HIS tells the office, free of any message format. Times are the hospital's local time. Every command may come
 * twice: applying it again changes nothing. It may come late: {@code told}, when the sender knew it, is compared with
 * what is known.
 */
public sealed interface HisCommand {

    /** The visits that it is about, the one it waits for first; what waits for one of them is tried again after it. */
    List<VisitNumber> concerns();

    /** About one visit. */
    sealed interface OfVisit extends HisCommand {

        VisitNumber visit();

        @Override
        default List<VisitNumber> concerns() {
            return List.of(visit());
        }
    }

    /** How a visit opens. */
    enum Opening {
        /** The patient is expected (A05). */
        PLANNED,
        /** The patient is here (A01, A04). */
        ADMITTED
    }

    /** HL7 ADT A01, A04, A05: a visit opens; for a visit already known it updates it. */
    record Admit(
            VisitNumber visit,
            Opening opening,
            PatientDetails patient,
            VisitType type,
            Location location,
            Optional<String> doctor,
            LocalDateTime at,
            List<Diagnosis> diagnoses,
            LocalDateTime told)
            implements OfVisit {}

    /**
     * HL7 ADT A06, A07: an outpatient becomes an inpatient or the other way round.
     *
     * @param prior the visit's number so far, where it gets another one
     * @param visit what is known of the visit from now on
     * @param at from when on
     */
    record ChangeClass(Optional<VisitNumber> prior, Admit as, LocalDateTime at) implements OfVisit {

        @Override
        public VisitNumber visit() {
            return as.visit();
        }

        @Override
        public List<VisitNumber> concerns() {
            return Stream.concat(Stream.of(visit()), prior.stream()).toList();
        }
    }

    /** HL7 ADT A02: the patient lies elsewhere from {@code at} on. */
    record Transfer(VisitNumber visit, Location location, Optional<String> doctor, LocalDateTime at)
            implements OfVisit {}

    /** HL7 ADT A12: the latest transfer was a mistake. */
    record CancelTransfer(VisitNumber visit, LocalDateTime at) implements OfVisit {}

    /**
     * HL7 ADT A03: the visit ends.
     *
     * @param group the case-based group (DRG, DIP), where the HIS told one
     */
    record Discharge(
            VisitNumber visit, LocalDateTime at, List<Diagnosis> diagnoses, Optional<String> group, LocalDateTime told)
            implements OfVisit {

        /** Without a group. */
        public Discharge(VisitNumber visit, LocalDateTime at, List<Diagnosis> diagnoses, LocalDateTime told) {
            this(visit, at, diagnoses, Optional.empty(), told);
        }
    }

    /**
     * HL7 ADT A08, BAR P01, P05, P12: what is known of the person or the visit changes; never a discharge.
     *
     * @param insurance whether the HIS told of an insurance, which is no proof but a reason to ask the payer
     * @param group the case-based group (DRG, DIP), where the HIS told one
     */
    record Update(
            VisitNumber visit,
            PatientDetails patient,
            Optional<String> doctor,
            List<Diagnosis> diagnoses,
            boolean insurance,
            Optional<String> group,
            LocalDateTime told)
            implements OfVisit {

        /** Without a group. */
        public Update(
                VisitNumber visit,
                PatientDetails patient,
                Optional<String> doctor,
                List<Diagnosis> diagnoses,
                boolean insurance,
                LocalDateTime told) {
            this(visit, patient, doctor, diagnoses, insurance, Optional.empty(), told);
        }
    }

    /**
     * HL7 ADT A11, A38: the admission was a mistake.
     *
     * @param onlyPlanned A38: a patient who has come by now stays admitted
     */
    record CancelAdmission(VisitNumber visit, boolean onlyPlanned, LocalDateTime told) implements OfVisit {}

    /** HL7 ADT A13: the discharge was a mistake, the visit goes on. */
    record CancelDischarge(VisitNumber visit, LocalDateTime told) implements OfVisit {}

    /**
     * HL7 ADT A21, A22, A52, A53: the patient goes on leave, comes back, or did not after all.
     *
     * @param at when the patient left or came back
     */
    record Leave(VisitNumber visit, Step step, LocalDateTime at) implements OfVisit {

        /** What happened. */
        public enum Step {
            /** A21. */
            LEAVES,
            /** A22. */
            RETURNS,
            /** A52. */
            LEAVE_CANCELLED,
            /** A53. */
            RETURN_CANCELLED
        }
    }

    /**
     * HL7 DFT P03, P11: charges and credits of one visit.
     *
     * @param patient checked against the visit's; empty where the sender's charges name the visit alone
     */
    record PostCharges(
            VisitNumber visit, Optional<PatientNumber> patient, List<ChargePosting> postings, LocalDateTime told)
            implements OfVisit {

        public PostCharges(VisitNumber visit, PatientNumber patient, List<ChargePosting> postings, LocalDateTime told) {
            this(visit, Optional.of(patient), postings, told);
        }
    }

    /**
     * HL7 orders: what becomes of orders of one visit.
     *
     * @param postings charges that ride along and count
     * @param ignoredCharges number of charges that ride along and do not count, because they come in DFT messages too
     */
    record PlaceOrders(
            VisitNumber visit,
            PatientNumber patient,
            List<OrderEvent> orders,
            List<ChargePosting> postings,
            int ignoredCharges,
            LocalDateTime told)
            implements OfVisit {}

    /** HL7 ADT A45, A50: a visit has another number or patient from now on; {@code prior} is its number so far. */
    record IdentifyVisit(VisitNumber prior, VisitNumber visit, PatientDetails patient, LocalDateTime told)
            implements HisCommand {
        @Override
        public List<VisitNumber> concerns() {
            return List.of(prior, visit);
        }
    }

    /** HL7 ADT A40 and its relatives: numbers are given up, their patients were the survivors all along. */
    record MergePatients(List<Pair> pairs, LocalDateTime told) implements HisCommand {

        /** @param prior the wrong number, never used again */
        public record Pair(PatientNumber prior, PatientDetails survivor) {}

        @Override
        public List<VisitNumber> concerns() {
            return List.of();
        }
    }

    /**
     * HL7 ADT A42, A35, A41: visits that were the same all along.
     *
     * @param accounts whether accounts are spoken of (A35, A41), which many a HIS does not use as visit numbers
     */
    record MergeVisits(List<Pair> pairs, boolean accounts, LocalDateTime told) implements HisCommand {

        /** @param prior the number that is given up */
        public record Pair(VisitNumber prior, VisitNumber survivor, PatientNumber patient) {}

        @Override
        public List<VisitNumber> concerns() {
            return pairs.stream()
                    .flatMap(pair -> Stream.of(pair.survivor(), pair.prior()))
                    .toList();
        }
    }

    /** HL7 ADT A31: what is known of a person changes. */
    record DescribePatient(PatientDetails patient, LocalDateTime told) implements HisCommand {
        @Override
        public List<VisitNumber> concerns() {
            return List.of();
        }
    }

    /** A message that is right and changes nothing here. */
    record Noted(String event) implements HisCommand {
        @Override
        public List<VisitNumber> concerns() {
            return List.of();
        }
    }
}
