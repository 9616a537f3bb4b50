package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as received, with what became of it. The content never changes; the verdict does. {@link RawMessages} writes
 * it.
 */
@Entity
@Table(name = "raw_message")
public class RawMessageRow {

    /** What became of a message. */
    public enum Verdict {
        RECEIVED,
        APPLIED,
        WAITING,
        HELD,
        ERROR,
        REJECTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    @SequenceGenerator(name = "row_id", sequenceName = "row_id", allocationSize = 1000)
    private Long id;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String channel;
    private String sender;

    @Column(name = "control_id")
    private String controlId;

    private String type;
    private byte[] sha256;
    private byte[] content;

    @Enumerated(EnumType.STRING)
    private Verdict verdict = Verdict.RECEIVED;

    private String reason = "";

    @Column(name = "incident_id")
    private String incidentId = "";

    @Column(name = "visit_number")
    private String visitNumber;

    private byte[] answer;

    @Column(name = "processed_at")
    private Instant processedAt;

    protected RawMessageRow() {}

    public Long id() {
        return id;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String channel() {
        return channel;
    }

    public String sender() {
        return sender;
    }

    public String controlId() {
        return controlId;
    }

    public String type() {
        return type;
    }

    public byte[] sha256() {
        return sha256;
    }

    public byte[] content() {
        return content;
    }

    public Verdict verdict() {
        return verdict;
    }

    public String reason() {
        return reason;
    }

    public String incidentId() {
        return incidentId;
    }

    public Optional<String> visitNumber() {
        return Optional.ofNullable(visitNumber);
    }

    public Optional<byte[]> answer() {
        return Optional.ofNullable(answer);
    }
}
