package org.yibaoban.office.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.his.WaitingLimit;
import org.yibaoban.store.MessageHead;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;

/** The message store to look at: what came in, what became of it, and what stands in it. */
@ApplicationScoped
public class MessageBoard {

    /** Stands where the verdict stands when a message has waited longer than it should. */
    static final String OVERDUE = "OVERDUE";

    @Inject
    private RawMessages messages;

    @Inject
    private WaitingLimit waiting;

    @Inject
    private Clock clock;

    @Inject
    private MessageReading reading;

    /** Newest first, without content; for no text in particular, what has waited too long before everything else. */
    @Transactional
    public List<MessageRow> find(MessageSearch search) {
        Instant limit = clock.instant().minus(waiting.time());
        List<MessageHead> overdue = search.text().isBlank() ? messages.waitingSince(limit, search.limit()) : List.of();
        return Stream.concat(
                        overdue.stream(),
                        messages.find(search.since(), search.openOnly(), search.text(), search.limit()).stream())
                .distinct()
                .limit(search.limit())
                .map(this::row)
                .toList();
    }

    /**
     * One message with its content.
     *
     * @param masked whether names, identity numbers and the like are hidden
     * @throws OfficeRefused when there is no such message
     */
    @Transactional
    public MessageDetail message(long id, boolean masked) {
        RawMessageRow row = messages.find(id)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.BAD_REQUEST, "message " + id, "no such message"));
        return new MessageDetail(
                row(head(row)),
                row.content().length,
                reading.read(row.channel(), row.content(), masked),
                row.answer()
                        .map(answer -> reading.read(row.channel(), answer, masked))
                        .orElse(List.of()),
                messages.replays(id).stream()
                        .map(replay -> new MessageDetail.Replay(
                                replay.at(),
                                replay.byUser(),
                                replay.before().name(),
                                replay.after().name(),
                                replay.reason()))
                        .toList());
    }

    /** It goes on waiting all the same: nothing is dropped. */
    private String verdict(MessageHead message) {
        boolean overdue = message.verdict() == RawMessageRow.Verdict.WAITING
                && message.receivedAt().isBefore(clock.instant().minus(waiting.time()));
        return overdue ? OVERDUE : message.verdict().name();
    }

    private static MessageHead head(RawMessageRow row) {
        return new MessageHead(
                row.id(),
                row.receivedAt(),
                row.channel(),
                row.sender(),
                row.controlId(),
                row.type(),
                row.verdict(),
                row.reason(),
                row.incidentId(),
                row.visitNumber().orElse(""));
    }

    private MessageRow row(MessageHead message) {
        return new MessageRow(
                message.id(),
                message.receivedAt(),
                message.channel(),
                message.sender(),
                message.controlId(),
                message.type(),
                verdict(message),
                message.reason(),
                message.incidentId(),
                Optional.ofNullable(message.visitNumber()).orElse(""));
    }
}
