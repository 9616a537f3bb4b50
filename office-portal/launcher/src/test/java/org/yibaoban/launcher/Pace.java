package org.yibaoban.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Does one kind of thing so many times a second, each at its own moment however long the others take, and keeps the times. */
final class Pace {

    /** One of the things; its number counts from 0. */
    interface Act {
        void act(int number) throws Exception;
    }

    private final String what;
    private final double perSecond;
    private final Act act;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();

    Pace(String what, double perSecond, Act act) {
        this.what = what;
        this.perSecond = perSecond;
        this.act = act;
    }

    /** Goes on for so long, with so many at a time at most; returns when the last one is done. */
    Callable<Void> lasting(int seconds, int atATime) {
        return () -> {
            ExecutorService workers = Executors.newFixedThreadPool(atATime);
            long start = System.nanoTime();
            int all = (int) (seconds * perSecond);
            for (int number = 0; number < all; number++) {
                long due = start + (long) (number / perSecond * 1e9);
                TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
                int one = number;
                workers.execute(() -> timed(one, due));
            }
            workers.shutdown();
            if (!workers.awaitTermination(seconds + 300L, TimeUnit.SECONDS)) {
                errors.add(what + " not done at the end");
            }
            return null;
        };
    }

    /** The time runs from the moment it was due: waiting for a free worker counts. */
    private void timed(int number, long due) {
        begun.incrementAndGet();
        try {
            act.act(number);
            nanos.add(System.nanoTime() - due);
        } catch (Exception | AssertionError e) {
            errors.add(what + " " + number + ": " + e);
        }
    }

    List<String> errors() {
        return List.copyOf(errors);
    }

    int done() {
        return nanos.size();
    }

    /** A row of a table. */
    String row() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "| %s | %.1f | %d | %d | %.0f | %.0f | %.0f |"
                .formatted(
                        what,
                        perSecond,
                        sorted.length,
                        errors.size(),
                        millis(sorted, 0.5),
                        millis(sorted, 0.99),
                        millis(sorted, 1));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
