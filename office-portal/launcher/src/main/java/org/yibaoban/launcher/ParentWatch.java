package org.yibaoban.launcher;

import java.io.IOException;
import java.lang.instrument.Instrumentation;

/**
 * Rides as an agent in the server's JVM and ends it when the launcher is gone, however that ended: the launcher holds
 * the other end of the server's standard input.
 */
public final class ParentWatch {

    private static final int GRACE_MILLIS = 10_000;

    private ParentWatch() {}

    /** Called by the JVM before the server's own main. */
    public static void premain(String argument, Instrumentation instrumentation) {
        daemon("parent-watch", ParentWatch::waitForEnd);
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() >= 0) {
                // the launcher never writes
            }
        } catch (IOException e) {
            // as good as the end
        }
        daemon("parent-watch-exit", () -> System.exit(1));
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
