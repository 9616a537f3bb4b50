package org.yibaoban.office.decision;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.settlement.DecisionKind;
import org.yibaoban.settlement.DecisionState;

/**
 * A decision on a claim as the desks show it.
 *
 * @param identifier the reversal's own; empty until it is approved, and for what is never sent
 * @param note why it was not approved, what the payer said, or why it waits; may be blank
 */
public record DecisionView(
        DecisionKind kind,
        DecisionState state,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<Instant> closedAt,
        Optional<String> identifier,
        Optional<String> payerReference,
        String note) {}
