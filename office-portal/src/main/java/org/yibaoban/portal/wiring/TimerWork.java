package org.yibaoban.portal.wiring;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a timer does. A failure is logged and over, for the server drops a timer for good whose method threw twice: a
 * database that was away for some seconds would stop all work until the next start.
 */
final class TimerWork {

    private static final Logger LOG = System.getLogger(TimerWork.class.getName());

    /** While the work goes on failing, the log hears of each so many failures. */
    private static final int TOLD_EACH = 60;

    private final AtomicInteger failures = new AtomicInteger();

    /** Does the work; what it throws is logged. */
    void run(Runnable work) {
        try {
            work.run();
            failures.set(0);
        } catch (RuntimeException | LinkageError e) {
            int failed = failures.getAndIncrement();
            if (failed % TOLD_EACH == 0) {
                LOG.log(Level.ERROR, "Work of a timer failed, " + failed + " times before in a row", e);
            }
        }
    }
}
