package org.yibaoban.portal.wiring;

import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps a timer's work from beginning anew while it is still under way in this instance. */
final class OneAtATime {

    private final AtomicBoolean busy = new AtomicBoolean();

    void run(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            try {
                work.run();
            } finally {
                busy.set(false);
            }
        }
    }
}
