package org.yibaoban.office.payer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.settlement.ClaimState;

/**
 * The line to a payer as the office sees it.
 *
 * @param payer the payer's area code
 * @param events who stopped and opened it, the newest first
 * @param waiting how much waits in the outbox; the queue holds the oldest of it
 */
public record PayerLineView(String payer, List<Event> events, long waiting, List<Waiting> queue) {

    /** Stopped, or opened again. */
    public record Event(boolean stopped, String reason, String by, Instant at) {}

    /**
     * Something that is still to be said.
     *
     * @param matter ELIGIBILITY, CLAIM or REVERSAL
     * @param claimState where the visit's claim stands; empty for a question on membership
     */
    public record Waiting(
            String matter,
            String visit,
            Instant createdAt,
            Instant nextAttemptAt,
            int attempts,
            String lastError,
            Optional<ClaimState> claimState) {}

    public boolean isStopped() {
        return !events.isEmpty() && events.get(0).stopped();
    }
}
