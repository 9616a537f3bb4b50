package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Optional;

/** A leave of absence of an inpatient, in the hospital's local time. */
@Entity
@Table(name = "visit_leave")
public class LeaveRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "from_time")
    private LocalDateTime from;

    @Column(name = "to_time")
    private LocalDateTime to;

    private boolean cancelled;

    protected LeaveRow() {}

    public LeaveRow(VisitRow visit, LocalDateTime from) {
        this.visitId = visit.id();
        this.from = from;
    }

    public void ends(LocalDateTime at) {
        this.to = at;
    }

    /** The return was a mistake. */
    public void goesOn() {
        this.to = null;
    }

    /** The leave was a mistake. */
    public void cancel() {
        this.cancelled = true;
    }

    Long visitId() {
        return visitId;
    }

    public LocalDateTime from() {
        return from;
    }

    /** Empty while the patient is away. */
    public Optional<LocalDateTime> to() {
        return Optional.ofNullable(to);
    }
}
