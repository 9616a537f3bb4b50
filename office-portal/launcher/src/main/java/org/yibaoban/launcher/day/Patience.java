package org.yibaoban.launcher.day;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** Tries the same thing again while the office is away, at first soon, later every few seconds, until it is enough. */
final class Patience {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Duration limit;
    private final PrintStream out;

    Patience(Duration limit, PrintStream out) {
        this.limit = limit;
        this.out = out;
    }

    /** Something that fails with an IOException while the office is away. */
    interface Attempt<T> {
        T run() throws IOException, InterruptedException;
    }

    /** @throws DayFault when it still fails after the limit */
    <T> T insist(String what, Attempt<T> attempt) throws InterruptedException {
        long start = System.nanoTime();
        Duration wait = FIRST;
        boolean told = false;
        while (true) {
            try {
                T result = attempt.run();
                if (told) {
                    out.println("  连接恢复 back again: " + what);
                }
                return result;
            } catch (IOException away) {
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw new DayFault("gave up after " + limit.toSeconds() + " s: " + what, away);
                }
                if (!told) {
                    out.println("  连接中断，重试 not answered, trying again: " + what + " (" + away + ")");
                    told = true;
                }
            }
            Thread.sleep(wait.toMillis());
            wait = wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
        }
    }
}
