package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever comes over the wire, nothing of it is lost, everything is answered, nothing hangs and nothing piles up. How
 * often is the property {@code fuzz.tries} of the build: 5,000, and 100,000 in the profile nightly.
 */
class WireFuzzTest {

    /** Headroom of one run besides what grows with its bytes: buffers of frames, batches and answers. */
    private static final long ALLOCATED_AT_MOST = 6_000_000;

    private static final long ALLOCATED_PER_BYTE = 3_000;
    private static final long KEPT_AT_MOST = 16_000_000;

    private static final AtomicLong RUNS = new AtomicLong();
    private static final AtomicLong BYTES = new AtomicLong();
    private static final AtomicLong KEPT = new AtomicLong();
    private static final AtomicLong ANSWERS = new AtomicLong();
    private static final AtomicLong SLOWEST_NANOS = new AtomicLong();
    private static final AtomicLong MOST_ALLOCATED = new AtomicLong();
    private static ExecutorService line;
    private static long heapBefore;

    @BeforeContainer
    static void open() {
        line = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "fuzz");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Property(shrinking = ShrinkingMode.BOUNDED, afterFailure = AfterFailureMode.SAMPLE_FIRST)
    void nothing_is_lost_and_everything_is_answered(@ForAll("wires") byte[] wire) throws Exception {
        RecordingInbox inbox = new RecordingInbox();
        FakeSocket socket = new FakeSocket(wire);
        Future<Long> run = line.submit(() -> run(inbox, socket));
        long allocated = run.get(20, TimeUnit.SECONDS);

        keptWhole(wire, inbox);
        answered(inbox, socket);
        assertThat(allocated).isLessThan(ALLOCATED_AT_MOST + ALLOCATED_PER_BYTE * wire.length);
        count(wire, inbox, socket, allocated);
    }

    @Provide
    Arbitrary<byte[]> wires() {
        return WireBytes.any();
    }

    @AfterContainer
    static void nothingPilesUp() {
        line.shutdownNow();
        long grown = usedHeap() - heapBefore;
        System.out.printf(
                "fuzz: %,d runs, %,d bytes, %,d kept, %,d answers, slowest %d ms, most allocated %,d bytes, heap grown by %,d bytes%n",
                RUNS.get(),
                BYTES.get(),
                KEPT.get(),
                ANSWERS.get(),
                SLOWEST_NANOS.get() / 1_000_000,
                MOST_ALLOCATED.get(),
                grown);
        assertThat(grown).isLessThan(KEPT_AT_MOST);
    }

    /** @return bytes allocated */
    private static long run(RecordingInbox inbox, FakeSocket socket) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long from = System.nanoTime();
        new MllpConnection(
                        socket,
                        Transport.PLAIN,
                        new Hl7Intake(inbox, CLOCK),
                        MllpSettings.defaults(),
                        new LargeFrames(),
                        () -> {})
                .run();
        SLOWEST_NANOS.accumulateAndGet(System.nanoTime() - from, Math::max);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /**
     * Every byte that is neither framing nor blank was handed to the store, in order: what a message is kept as, and
     * header and trailer of a batch after it. Each is in the store exactly once.
     */
    private static void keptWhole(byte[] wire, RecordingInbox inbox) {
        assertThat(histogram(List.of(wire))).as("bytes kept").isEqualTo(histogram(inbox.offered()));
        for (byte[] offered : inbox.offered()) {
            String control = Envelope.of(offered).controlId();
            long times = inbox.entries().stream()
                    .filter(entry -> Arrays.equals(entry.message.content(), offered))
                    .count();
            boolean knownAgain = inbox.entries().stream()
                    .anyMatch(entry -> Arrays.equals(entry.message.content(), offered)
                            && !entry.message.controlId().isEmpty());
            assertThat(times).as("in the store: " + control).isPositive();
            assertThat(knownAgain && times > inbox.timesWithoutId(offered) + 1)
                    .as("kept twice under its id")
                    .isFalse();
        }
    }

    /** Every kept message has a verdict and an answer to give again; the sender heard only whole answers. */
    private static void answered(RecordingInbox inbox, FakeSocket socket) {
        assertThat(inbox.entries()).allSatisfy(entry -> {
            assertThat(entry.verdict).isNotEmpty();
            assertThat(entry.verdict.equals("HELD") || entry.answer != null).isTrue();
        });
        byte[] said = socket.said();
        int open = 0;
        for (byte b : said) {
            open += b == FrameReader.START ? 1 : b == FrameReader.END ? -1 : 0;
            assertThat(open).isBetween(0, 1);
        }
        assertThat(open).isZero();
        assertThat(count(said, "\rMSA")).isGreaterThanOrEqualTo(inbox.mustBeAnswered());
    }

    private static void count(byte[] wire, RecordingInbox inbox, FakeSocket socket, long allocated) {
        BYTES.addAndGet(wire.length);
        KEPT.addAndGet(inbox.entries().size());
        ANSWERS.addAndGet(count(socket.said(), "\rMSA"));
        MOST_ALLOCATED.accumulateAndGet(allocated, Math::max);
        if (RUNS.incrementAndGet() == 1_000) {
            heapBefore = usedHeap();
        }
    }

    private static int count(byte[] text, String wanted) {
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int found = 0;
        for (int at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
            found++;
        }
        return found;
    }

    /** How often each byte stands there, but for framing and blanks. */
    private static List<Long> histogram(List<byte[]> texts) {
        Long[] counts = new Long[256];
        Arrays.fill(counts, 0L);
        for (byte[] text : texts) {
            for (byte b : text) {
                counts[b & 0xFF]++;
            }
        }
        return Arrays.asList(counts).subList(' ' + 1, 256);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
