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

/** A message to a system of the hospital, byte for byte as it is sent however often. */
@Entity
@Table(name = "his_notice")
public class HisNoticeRow {

    /** What became of it. */
    public enum State {
        PENDING,
        DELIVERED,
        /** The receiver said that it cannot use it. */
        REFUSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private String receiver;
    private String kind;

    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "control_id")
    private String controlId;

    private byte[] content;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private int attempts;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    /** The form that it files, or says to be taken back; null of every other notice. */
    @Column(name = "consent_id")
    private Long consentId;

    @Column(name = "document_sha")
    private String documentSha = "";

    private String note = "";
    private byte[] answer;

    protected HisNoticeRow() {}

    public HisNoticeRow(String receiver, String kind, Long visitId, String controlId, byte[] content, Instant now) {
        this.receiver = receiver;
        this.kind = kind;
        this.visitId = visitId;
        this.controlId = controlId;
        this.content = content;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    /** @param sha256 of the signed form that it holds; blank where it holds none */
    public void about(ConsentRow consent, String sha256) {
        this.consentId = consent.id();
        this.documentSha = sha256;
    }

    /** Nobody else takes it before the lease ends; if we die, it is taken up again then. */
    void lease(Instant until) {
        this.attempts++;
        this.nextAttemptAt = until;
    }

    public void retry(Instant at, String why) {
        this.nextAttemptAt = at;
        this.note = why;
    }

    public void delivered(String text, byte[] answered, Instant at) {
        this.state = State.DELIVERED;
        this.note = text;
        this.answer = answered;
        this.deliveredAt = at;
    }

    public void refused(String why, byte[] answered) {
        this.state = State.REFUSED;
        this.note = why;
        this.answer = answered;
    }

    public Long id() {
        return id;
    }

    public String controlId() {
        return controlId;
    }

    public byte[] content() {
        return content;
    }

    public String receiver() {
        return receiver;
    }

    public State state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Null until the receiver has taken it. */
    public Instant deliveredAt() {
        return deliveredAt;
    }

    /** What the receiver said last; blank where it said nothing. */
    public String note() {
        return note;
    }

    /** In hexadecimal digits; blank where the notice holds no signed form. */
    public String documentSha() {
        return documentSha.strip();
    }

    public int attempts() {
        return attempts;
    }
}
