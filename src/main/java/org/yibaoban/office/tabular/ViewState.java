package org.yibaoban.office.tabular;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * How far a polled view is.
 *
 * @param failure of the last poll, blank when it went well
 */
public record ViewState(
        String table,
        Optional<LocalDateTime> watermark,
        boolean stopped,
        Optional<Instant> polledAt,
        Optional<Instant> readAt,
        String failure,
        String incident) {}
