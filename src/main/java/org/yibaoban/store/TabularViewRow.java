package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** How far a view has been read, and what came of it last. */
@Entity
@Table(name = "tabular_view")
public class TabularViewRow {

    @Id
    @Column(name = "table_id")
    private String tableId;

    private LocalDateTime watermark;
    private int epoch;
    private boolean stopped;

    @Column(name = "polled_at")
    private Instant polledAt;

    @Column(name = "read_at")
    private Instant readAt;

    private String failure = "";

    @Column(name = "incident_id")
    private String incidentId = "";

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "lease_by")
    private String leaseBy = "";

    protected TabularViewRow() {}

    public TabularViewRow(String tableId) {
        this.tableId = tableId;
    }

    public boolean isFree(Instant now) {
        return leaseUntil == null || leaseUntil.isBefore(now);
    }

    public boolean isHeldBy(String worker) {
        return leaseUntil != null && leaseBy.equals(worker);
    }

    public void lease(String worker, Instant now, Instant until) {
        this.leaseBy = worker;
        this.leaseUntil = until;
        this.polledAt = now;
    }

    public void renew(Instant until) {
        this.leaseUntil = until;
    }

    public void read(LocalDateTime upTo, Instant at) {
        this.watermark = upTo;
        this.readAt = at;
        this.failure = "";
        this.incidentId = "";
        this.leaseUntil = null;
    }

    public void failed(String why, String incident) {
        this.failure = why;
        this.incidentId = incident;
        this.leaseUntil = null;
    }

    public void stop(boolean stop) {
        this.stopped = stop;
    }

    /** Reads from here again; what was refused since is worth another try. */
    public void restart(LocalDateTime from) {
        this.watermark = from;
        this.epoch++;
    }

    public String tableId() {
        return tableId;
    }

    public Optional<LocalDateTime> watermark() {
        return Optional.ofNullable(watermark);
    }

    public int epoch() {
        return epoch;
    }

    public boolean isStopped() {
        return stopped;
    }

    public Optional<Instant> polledAt() {
        return Optional.ofNullable(polledAt);
    }

    public Optional<Instant> readAt() {
        return Optional.ofNullable(readAt);
    }

    public String failure() {
        return failure;
    }

    public String incidentId() {
        return incidentId;
    }
}
