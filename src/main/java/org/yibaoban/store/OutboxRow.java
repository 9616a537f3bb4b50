package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something that is still to be said to the payer. */
@Entity
@Table(name = "outbox")
public class OutboxRow {

    /** What is to be said. */
    public enum Kind {
        ELIGIBILITY,
        CLAIM,
        REVERSAL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "claim_id")
    private Long claimId;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private int attempts;

    @Column(name = "last_error")
    private String lastError = "";

    protected OutboxRow() {}

    public OutboxRow(Kind kind, Long visitId, Long claimId, Instant now) {
        this.kind = kind;
        this.visitId = visitId;
        this.claimId = claimId;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** Nobody else takes it before the lease ends; if we die, it is taken up again then. */
    public void lease(Instant until) {
        this.attempts++;
        this.nextAttemptAt = until;
    }

    public void retry(Instant at, String error) {
        this.nextAttemptAt = at;
        this.lastError = error;
    }

    public Long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public Long visitId() {
        return visitId;
    }

    public Long claimId() {
        return claimId;
    }

    public int attempts() {
        return attempts;
    }
}
