package org.yibaoban.portal.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
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
 */
@ApplicationScoped
public class PayerTalkers {

    private static final int MOST = 4;

    @Inject
    private PayerTalk talk;

    @Resource
    private ManagedExecutorService threads;

    private final Semaphore free = new Semaphore(MOST);

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) PayerTaskQueued task) {
        if (free.availablePermits() > 0) {
            threads.execute(this::talk);
        }
    }

    /** Until nothing is due; where all talk already they will come to it, at the latest when the timer fires again. */
    void talk() {
        if (free.tryAcquire()) {
            try {
                talk.drain();
            } finally {
                free.release();
            }
        }
    }
}
