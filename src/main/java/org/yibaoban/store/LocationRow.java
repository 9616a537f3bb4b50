package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.yibaoban.visit.Location;

/** Where a patient lay from a time on. */
@Entity
@Table(name = "visit_location")
public class LocationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @ManyToOne
    @JoinColumn(name = "visit_id")
    private VisitRow visit;

    @Column(name = "from_time")
    private LocalDateTime from;

    private String department;
    private String ward;
    private String bed;
    private String doctor;

    @Column(name = "cancelled_at")
    private LocalDateTime cancelledAt;

    protected LocationRow() {}

    LocationRow(VisitRow visit, Location location, String doctor, LocalDateTime from) {
        this.visit = visit;
        this.from = from;
        this.department = location.department();
        this.ward = location.ward();
        this.bed = location.bed();
        this.doctor = doctor;
    }

    Long visitId() {
        return visit.id();
    }

    /** The transfer here was a mistake, as a message of this time says. */
    void cancel(LocalDateTime at) {
        this.cancelledAt = at;
    }

    boolean isCancelledBy(LocalDateTime at) {
        return at.equals(cancelledAt);
    }

    boolean isCancelled() {
        return cancelledAt != null;
    }

    public Location location() {
        return new Location(department, ward, bed);
    }

    public String doctor() {
        return doctor;
    }

    public LocalDateTime from() {
        return from;
    }
}
