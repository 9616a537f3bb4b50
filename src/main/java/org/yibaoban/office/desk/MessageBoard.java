package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessages;

/** The message store as a list: what came in and what became of it, without content. */
@ApplicationScoped
public class MessageBoard {

    @Inject
    private RawMessages messages;

    /** Newest first; {@code filter} finds in type, control id, reason, incident and visit. */
    @Transactional
    public List<MessageRow> latest(int limit, String filter) {
        return messages.latest(limit, filter == null ? "" : filter.trim()).stream()
                .map(MessageBoard::row)
                .toList();
    }

    private static MessageRow row(RawMessageRow message) {
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
                message.visitNumber().orElse(""));
    }
}
