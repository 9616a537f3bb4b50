package org.yibaoban.office.payer;

import java.time.Instant;
import java.util.List;
import org.yibaoban.store.PayerLines;

/**
 * The line to a payer as the office sees it.
 *
 * @param payer the payer's area code
 * @param events who stopped and opened it, the newest first
 * @param waiting how much waits in the outbox; the queue holds the oldest of it
 */
public record PayerLineView(String payer, List<Event> events, long waiting, List<PayerLines.Waiting> queue) {

    /** Stopped, or opened again. */
    public record Event(boolean stopped, String reason, String by, Instant at) {}

    public boolean isStopped() {
        return !events.isEmpty() && events.get(0).stopped();
    }
}
