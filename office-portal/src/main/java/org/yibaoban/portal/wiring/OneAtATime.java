package org.yibaoban.portal.wiring;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one run of a timer's work at a time through in this instance; a timer that fires meanwhile is passed over. What the
 * work throws is logged, as by {@link TimerWork}.
 */
final class OneAtATime {

    private final AtomicBoolean busy = new AtomicBoolean();
    private final TimerWork guarded = new TimerWork();

    /** Does the work unless it is being done. */
    void run(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            try {
                guarded.run(work);
            } finally {
                busy.set(false);
            }
        }
    }
}
