package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.settlement.DecisionState;

/**
 * What two persons decide on an answered claim. A reversal's identifier and bytes are stored with the approval, before
 * the first send, and never change. Changed only while the visit's row is locked.
 */
@Entity
@Table(name = "claim_decision")
public class ClaimDecisionRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    @ManyToOne
    @JoinColumn(name = "visit_id", insertable = false, updatable = false)
    private VisitRow visit;

    @Column(name = "claim_id")
    private Long claimId;

    @Enumerated(EnumType.STRING)
    private DecisionKind kind;

    @Enumerated(EnumType.STRING)
    private DecisionState state = DecisionState.REQUESTED;

    private String reason;

    @Column(name = "requested_by")
    private String requestedBy;

    @Column(name = "requested_at")
    private Instant requestedAt;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "claim_before")
    private ClaimState claimBefore;

    private String identifier;
    private String method;
    private byte[] content;

    @Column(name = "payer_reference")
    private String payerReference;

    private String note = "";

    protected ClaimDecisionRow() {}

    /** @param requestedBy who asks, and therefore does not approve */
    public ClaimDecisionRow(ClaimRow claim, DecisionKind kind, String reason, String requestedBy, Instant at) {
        this.visitId = claim.visitId();
        this.claimId = claim.id();
        this.kind = kind;
        this.claimBefore = claim.state();
        this.reason = reason;
        this.requestedBy = requestedBy;
        this.requestedAt = at;
    }

    public void recalled(Instant at) {
        close(DecisionState.RECALLED, "", at);
    }

    public void rejected(String user, String why, Instant at) {
        decidedBy(user, at);
        close(DecisionState.REJECTED, why, at);
    }

    /** Approved, and nothing has to be sent. */
    public void approvedAndDone(String user, Instant at) {
        decidedBy(user, at);
        close(DecisionState.DONE, "", at);
    }

    /**
     * Approved; it goes into the outbox.
     *
     * @param method how this payer wants to be told, as the gateway prepared it
     */
    public void approved(String user, String identifier, String method, byte[] content, Instant at) {
        decidedBy(user, at);
        move(DecisionState.QUEUED);
        this.identifier = identifier;
        this.method = method;
        this.content = content;
    }

    /** Must be committed before the first byte leaves: a crash after it finds the reversal unknown, not unsent. */
    public void sending() {
        move(DecisionState.UNKNOWN);
    }

    /** Nothing reached the payer: back into the queue. */
    public void unsent(String why) {
        move(DecisionState.QUEUED);
        this.note = why;
    }

    public void stillUnknown(String why) {
        this.note = why;
    }

    public void pended(String payerReference) {
        move(DecisionState.PENDED);
        this.payerReference = payerReference;
    }

    public void done(String payerReference, Instant at) {
        this.payerReference = payerReference;
        close(DecisionState.DONE, "", at);
    }

    public void refused(String why, Instant at) {
        close(DecisionState.REFUSED, why, at);
    }

    private void decidedBy(String user, Instant at) {
        if (user.equals(requestedBy)) {
            throw new IllegalStateException("decision " + id + ": who asks does not approve");
        }
        this.decidedBy = user;
        this.decidedAt = at;
    }

    private void close(DecisionState end, String why, Instant at) {
        move(end);
        this.note = why;
        this.closedAt = at;
    }

    private void move(DecisionState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("decision " + id + ": no way from " + state + " to " + next);
        }
        this.state = next;
    }

    public Long id() {
        return id;
    }

    /** Null in the transaction that made the decision. */
    public VisitRow visit() {
        return visit;
    }

    public Long claimId() {
        return claimId;
    }

    public DecisionKind kind() {
        return kind;
    }

    public DecisionState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    /** Where the claim stood when this was asked for, and stands again when the payer refuses. */
    public ClaimState claimBefore() {
        return claimBefore;
    }

    /** Empty until a reversal is approved, and for what is never sent. */
    public Optional<String> identifier() {
        return Optional.ofNullable(identifier);
    }

    public String method() {
        return method;
    }

    public byte[] content() {
        return content;
    }

    public Optional<String> payerReference() {
        return Optional.ofNullable(payerReference);
    }

    /** Why it was not approved, what the payer said, or why it waits; may be blank. */
    public String note() {
        return note;
    }
}
