package org.yibaoban.store;

import java.time.Instant;

/** A kept message without its content, which may be megabytes. */
public record MessageHead(
        Long id,
        Instant receivedAt,
        String channel,
        String sender,
        String controlId,
        String type,
        RawMessageRow.Verdict verdict,
        String reason,
        String incidentId,
        String visitNumber) {}
