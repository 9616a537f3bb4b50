package org.yibaoban.audit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.yibaoban.visit.VisitType;

/**
 * The visit that is audited.
 *
 * @param discharged empty while the visit lasts; rules that need the whole stay are then silent
 * @param hospitalLevel 1 to 3
 * @param diagnoses ICD-10 codes, the principal one first
 * @param identityVerified whether the person was checked against the insurance certificate
 */
public record AuditVisit(
        VisitType type,
        LocalDateTime admitted,
        Optional<LocalDateTime> discharged,
        int hospitalLevel,
        List<String> diagnoses,
        List<Leave> leaves,
        boolean identityVerified) {

    /** A leave of absence: from its first moment up to, not with, its last. */
    public record Leave(LocalDateTime from, LocalDateTime to) {

        /** @throws IllegalArgumentException when it ends before it starts */
        public Leave {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a leave ends before it starts: " + from + " to " + to);
            }
        }

        boolean covers(LocalDateTime at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    /** @throws IllegalArgumentException when it ends before it starts */
    public AuditVisit {
        Objects.requireNonNull(type, "type");
        diagnoses = List.copyOf(diagnoses);
        leaves = List.copyOf(leaves);
        OtherVisit.requireOrder(admitted, discharged);
    }

    boolean isInpatient() {
        return type == VisitType.INPATIENT;
    }

    LocalDate admissionDate() {
        return admitted.toLocalDate();
    }

    Optional<LocalDate> dischargeDate() {
        return discharged.map(LocalDateTime::toLocalDate);
    }

    /** The stay's days: discharge date - admission date, at least 1; empty while the visit lasts. */
    public Optional<Long> days() {
        return dischargeDate().map(end -> Math.max(1, ChronoUnit.DAYS.between(admissionDate(), end)));
    }
}
