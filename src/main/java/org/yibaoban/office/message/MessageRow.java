package org.yibaoban.office.message;

import java.time.Instant;

/** A kept message in a list; no content, no personal data. */
public record MessageRow(
        long id,
        Instant receivedAt,
        String channel,
        String sender,
        String controlId,
        String type,
        String verdict,
        String reason,
        String incidentId,
        String visit) {}
