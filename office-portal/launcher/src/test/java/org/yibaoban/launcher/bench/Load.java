package org.yibaoban.launcher.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Work done by several at once, each with something of its own (a connection, a parser). */
final class Load {

    /** One worker's end. */
    interface Worker extends AutoCloseable {
        void work(byte[] message) throws Exception;
    }

    private Load() {}

    /** @return messages a second */
    static double perSecond(int workers, List<byte[]> messages, Callable<? extends Worker> make) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        AtomicInteger next = new AtomicInteger();
        List<Worker> made = new ArrayList<>();
        try {
            for (int i = 0; i < workers; i++) {
                made.add(make.call());
            }
            long from = System.nanoTime();
            List<Future<?>> ends = new ArrayList<>();
            for (Worker worker : made) {
                ends.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < messages.size(); i = next.getAndIncrement()) {
                        worker.work(messages.get(i));
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
            return messages.size() * 1e9 / (System.nanoTime() - from);
        } finally {
            threads.shutdownNow();
            for (Worker worker : made) {
                worker.close();
            }
        }
    }
}
