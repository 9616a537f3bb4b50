package org.yibaoban.office.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yibaoban.office.RetryPace;
import org.yibaoban.office.notice.HisGateway.HisAnswer;
import org.yibaoban.store.HisNoticeRow;
import org.yibaoban.store.HisNotices;

/** The store's side of telling the HIS: short transactions, none is open while a receiver is spoken to. */
@ApplicationScoped
public class HisOutbox {

    /** Longer than any time-out towards a receiver: a notice is taken up again only when its taker must be dead. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final RetryPace PACE = new RetryPace(Duration.ofMinutes(5));

    @Inject
    private HisNotices notices;

    @Inject
    private Clock clock;

    /** What is to be told next. */
    public record Due(long id, String controlId, byte[] content) {}

    /** The receiver's oldest notice, where it is due and nobody else is telling it. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Due> take(String receiver) {
        Instant now = clock.instant();
        return notices.take(receiver, now, now.plus(LEASE))
                .map(row -> new Due(row.id(), row.controlId(), row.content()));
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void taken(long id, HisAnswer answer) {
        notices.get(id).delivered(answer.text(), answer.content(), clock.instant());
    }

    /** The receiver cannot use it: kept with its reason, and the next is told. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(long id, HisAnswer answer) {
        notices.get(id).refused(answer.text(), answer.content());
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void later(long id, String why) {
        HisNoticeRow row = notices.get(id);
        row.retry(clock.instant().plus(PACE.after(row.attempts())), why == null ? "" : why);
    }
}
