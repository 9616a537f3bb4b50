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

/** One exchange with the payer, byte for byte; never changed. */
@Entity
@Table(name = "payer_exchange")
public class ExchangeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "claim_id")
    private Long claimId;

    @Enumerated(EnumType.STRING)
    private OutboxRow.Kind kind;

    private Instant at;
    private String outcome;
    private byte[] request;
    private byte[] response;

    protected ExchangeRow() {}

    /** A question on membership that was asked at once, past the outbox. */
    public ExchangeRow(VisitRow visit, String outcome, byte[] request, byte[] response, Instant at) {
        this.visitId = visit.id();
        this.kind = OutboxRow.Kind.ELIGIBILITY;
        this.outcome = outcome;
        this.request = request;
        this.response = response;
        this.at = at;
    }

    public ExchangeRow(OutboxRow task, String outcome, byte[] request, byte[] response, Instant at) {
        this.visitId = task.visitId();
        this.claimId = task.claimId();
        this.kind = task.kind();
        this.outcome = outcome;
        this.request = request;
        this.response = response;
        this.at = at;
    }
}
