package org.yibaoban.his.hl7v2;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets few connections at a time hold a large frame, in order of asking, so that many of them do not fill the heap; the
 * others are not read meanwhile. For many threads.
 */
final class LargeFrames {

    /** Every connection may hold this much without asking. */
    static final int FROM_BYTES = 1024 * 1024;

    private static final int AT_A_TIME = 4;
    private static final long LOOK_MILLIS = 500;

    private final Semaphore turns = new Semaphore(AT_A_TIME, true);

    /** @throws IOException when the connection was closed while it waited */
    void enter(Socket socket) throws IOException {
        try {
            while (!turns.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (socket.isClosed()) {
                    throw new IOException("closed while it waited to read a large frame");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while it waited to read a large frame");
        }
    }

    void leave() {
        turns.release();
    }
}
