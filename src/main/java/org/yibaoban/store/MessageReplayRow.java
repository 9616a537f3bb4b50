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

/** Who had a kept message handled again, and what came of it; never changed. */
@Entity
@Table(name = "message_replay")
public class MessageReplayRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "message_id")
    private Long messageId;

    private Instant at;

    @Column(name = "by_user")
    private String byUser;

    @Enumerated(EnumType.STRING)
    private RawMessageRow.Verdict before;

    @Enumerated(EnumType.STRING)
    private RawMessageRow.Verdict after;

    private String reason;

    protected MessageReplayRow() {}

    public MessageReplayRow(
            Long messageId,
            String byUser,
            RawMessageRow.Verdict before,
            RawMessageRow.Verdict after,
            String reason,
            Instant at) {
        this.messageId = messageId;
        this.byUser = byUser;
        this.before = before;
        this.after = after;
        this.reason = reason;
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    public String byUser() {
        return byUser;
    }

    public RawMessageRow.Verdict before() {
        return before;
    }

    public RawMessageRow.Verdict after() {
        return after;
    }

    public String reason() {
        return reason;
    }
}
