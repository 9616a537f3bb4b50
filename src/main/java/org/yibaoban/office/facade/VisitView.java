package org.yibaoban.office.facade;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/**
 * A visit with its history.
 *
 * @param doctor attending doctor's code, may be blank
 * @param places where the patient lay, oldest first
 * @param leaves that were not taken back, oldest first
 */
public record VisitView(
        long id,
        PatientView patient,
        VisitNumber number,
        VisitType type,
        VisitStatus status,
        String doctor,
        LocalDateTime admittedAt,
        Optional<LocalDateTime> dischargedAt,
        List<Diagnosis> diagnoses,
        List<Place> places,
        List<Leave> leaves,
        Instant changedAt) {

    /**
     * A leave of absence.
     *
     * @param to empty while it lasts
     */
    public record Leave(LocalDateTime from, Optional<LocalDateTime> to) {}

    /** A place from a time on, until the next one's. */
    public record Place(Location location, LocalDateTime from) {}
}
