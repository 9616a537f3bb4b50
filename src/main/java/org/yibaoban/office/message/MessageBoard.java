package org.yibaoban.office.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.MessageHead;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;

/** The message store to look at: what came in, what became of it, and what stands in it. */
@ApplicationScoped
public class MessageBoard {

    @Inject
    private RawMessages messages;

    @Inject
    private MessageReading reading;

    /** Newest first, without content. */
    @Transactional
    public List<MessageRow> find(MessageSearch search) {
        return messages.find(search.since(), search.openOnly(), search.text(), search.limit()).stream()
                .map(MessageBoard::row)
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

    private static MessageRow row(MessageHead message) {
        return new MessageRow(
                message.id(),
                message.receivedAt(),
                message.channel(),
                message.sender(),
                message.controlId(),
                message.type(),
                message.verdict().name(),
                message.reason(),
                message.incidentId(),
                Optional.ofNullable(message.visitNumber()).orElse(""));
    }
}
