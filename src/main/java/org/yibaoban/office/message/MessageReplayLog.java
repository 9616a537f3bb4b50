package org.yibaoban.office.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Set;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.MessageReplayRow;
import org.yibaoban.store.RawMessageRow;
import org.yibaoban.store.RawMessageRow.Verdict;
import org.yibaoban.store.RawMessages;

/** The store's side of handling a message again. */
@ApplicationScoped
public class MessageReplayLog {

    private static final Set<Verdict> OPEN = Set.of(Verdict.ERROR, Verdict.REJECTED, Verdict.HELD, Verdict.WAITING);

    @Inject
    private RawMessages messages;

    @Inject
    private Clock clock;

    /** A message that may be handled again. */
    record Open(String channel, byte[] content, Verdict verdict) {}

    /** @throws OfficeRefused when there is no such message, or nothing is left to do about it */
    @Transactional(TxType.REQUIRES_NEW)
    Open open(long messageId) {
        RawMessageRow row = messages.find(messageId)
                .filter(message -> OPEN.contains(message.verdict()))
                .orElseThrow(() -> new OfficeRefused(
                        ReasonCode.BAD_REQUEST, "message " + messageId, "已处理或不存在 / applied already, or not here"));
        return new Open(row.channel(), row.content(), row.verdict());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void done(long messageId, String user, Verdict before, String reason) {
        Verdict after = messages.find(messageId).orElseThrow().verdict();
        messages.add(new MessageReplayRow(messageId, user, before, after, reason, clock.instant()));
    }
}
