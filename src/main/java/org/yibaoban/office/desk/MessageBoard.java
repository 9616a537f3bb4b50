package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.yibaoban.office.his.WaitingLimit;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;

/** The message store as a list: what came in and what became of it, without content. */
@ApplicationScoped
public class MessageBoard {

    /** Stands where the verdict stands when a message has waited longer than it should. */
    public static final String OVERDUE = "OVERDUE";

    @Inject
    private RawMessages messages;

    @Inject
    private Clock clock;

    @Inject
    private WaitingLimit waiting;

    /** Newest first, but what has waited too long before everything else; {@code filter} finds in type, control id, reason, incident and visit. */
    @Transactional
    public List<MessageRow> latest(int limit, String filter) {
        String text = filter == null ? "" : filter.trim();
        Instant limitOfWaiting = clock.instant().minus(waiting.time());
        List<RawMessageRow> overdue = text.isEmpty() ? messages.waitingSince(limitOfWaiting, limit) : List.of();
        return Stream.concat(overdue.stream(), messages.latest(limit, text).stream())
                .distinct()
                .limit(limit)
                .map(message -> row(message, verdict(message, limitOfWaiting)))
                .toList();
    }

    /** It goes on waiting all the same: nothing is dropped. */
    private static String verdict(RawMessageRow message, Instant limitOfWaiting) {
        boolean waits = message.verdict() == RawMessageRow.Verdict.WAITING;
        return waits && message.receivedAt().isBefore(limitOfWaiting)
                ? OVERDUE
                : message.verdict().name();
    }

    private static MessageRow row(RawMessageRow message, String verdict) {
        return new MessageRow(
                message.id(),
                message.receivedAt(),
                message.channel(),
                message.sender(),
                message.controlId(),
                message.type(),
                verdict,
                message.reason(),
                message.incidentId(),
                message.visitNumber().orElse(""));
    }
}
