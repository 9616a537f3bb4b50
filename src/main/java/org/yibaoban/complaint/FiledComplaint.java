package org.yibaoban.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A complaint on file.
 *
 * @param assignedTo who is to answer; blank while nobody is
 * @param due last day for the answer; empty while it is not assigned
 */
public record FiledComplaint(
        long id,
        Complaint complaint,
        String takenBy,
        Instant takenAt,
        String assignedTo,
        Optional<LocalDate> due,
        Optional<Answer> answer) {

    /** @param justified whether the complaint was right */
    public record Answer(String words, boolean justified, String by, Instant at) {}

    public boolean isOverdue(LocalDate today) {
        return answer.isEmpty() && due.filter(today::isAfter).isPresent();
    }
}
