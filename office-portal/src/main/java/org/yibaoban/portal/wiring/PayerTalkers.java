package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import org.yibaoban.office.payer.PayerTalk;
import org.yibaoban.settlement.PayerTaskQueued;

/**
 * Says what the outbox holds as soon as it is committed. Several talk at once in one instance, so that a claim that the
 * payer is slow with does not hold up the others; the rows are shared between instances.
 *
 * <p>They are threads of their own and no tasks handed to the server's executor: a task runs in the context of who hands
 * it in, which here is still at work, and takes that one's entity manager with it when it ends.
 */
@ApplicationScoped
public class PayerTalkers {

    static final int MOST = 4;

    @Inject
    private PayerTalk talk;

    private final Semaphore calls = new Semaphore(0);
    private volatile boolean over;

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) PayerTaskQueued task) {
        call();
    }

    /** Has one of those who are free look what is due; where all talk, they will look once more before they rest. */
    void call() {
        if (calls.availablePermits() < MOST) {
            calls.release();
        }
    }

    /** What each talker does until {@link #end}: says all that is due at each call. */
    void talk() {
        TimerWork guarded = new TimerWork();
        calls.acquireUninterruptibly();
        while (!over) {
            guarded.run(talk::drain);
            calls.acquireUninterruptibly();
        }
    }

    /** Whoever talks says what it began to say, and no more after it. */
    void end() {
        over = true;
        calls.release(MOST);
    }
}
