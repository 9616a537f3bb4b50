package org.yibaoban.his.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a byte stream into MLLP frames: start block VT, content, end block FS, CR. It forgives what real senders do: no
 * CR after FS, no VT before the content, line ends between frames, several frames in one read. One thread reads; others
 * may ask how long it has been idle.
 */
final class FrameReader {

    static final int START = 0x0B;
    static final int END = 0x1C;
    static final int RETURN = 0x0D;

    /** What is kept of a frame that is too large: enough to see who sent it. */
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;

    /** A whole frame, or what came of a broken one. */
    record Frame(byte[] content, Optional<FrameFault> fault) {}

    private final Socket socket;
    private final InputStream in;
    private final int maxBytes;
    private final int halfFrameMillis;
    private final long frameNanos;
    private final int idleMillis;
    private final LargeFrames large;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int limit;
    private long frameEnd;
    private boolean holdsLarge;
    /** When the wait for a frame's first byte began, 0 while there is something of one. */
    private volatile long idleSince;

    FrameReader(Socket socket, MllpSettings settings, LargeFrames large) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.maxBytes = settings.maxFrameBytes();
        this.halfFrameMillis = Math.toIntExact(settings.halfFrameTimeout().toMillis());
        this.frameNanos = settings.frameTimeout().toNanos();
        this.idleMillis = Math.toIntExact(settings.idleTimeout().toMillis());
        this.large = large;
    }

    /**
     * The next frame, or nothing when the other side closed between frames. The one before must be done with.
     *
     * @throws SocketTimeoutException when nothing began within the idle time
     */
    Optional<Frame> next() throws IOException {
        letGo();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean started = false;
        frameEnd = 0;
        while (true) {
            boolean partial = started || content.size() > 0;
            if (next == limit) {
                Optional<FrameFault> end = fill(partial);
                if (end.isPresent()) {
                    return partial ? broken(content, end.get()) : Optional.empty();
                }
            }
            int b = buffer[next];
            if (b == START) {
                if (content.size() > 0) {
                    return broken(content, FrameFault.RESTARTED);
                }
                next++;
                started = true;
            } else if (b == END) {
                next++;
                if (partial) {
                    return Optional.of(new Frame(content.toByteArray(), Optional.empty()));
                }
            } else if (!partial && isBlank(b)) {
                next++;
            } else {
                copyRun(content);
                if (content.size() > maxBytes) {
                    return broken(content, FrameFault.TOO_LARGE);
                }
                if (content.size() > LargeFrames.FROM_BYTES && !holdsLarge) {
                    awaitTurn();
                }
            }
        }
    }

    /** How long nothing of a next frame has come; zero within a frame and while one is worked on. */
    Duration idleFor() {
        long since = idleSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Gives back what a large frame holds. */
    void letGo() {
        if (holdsLarge) {
            holdsLarge = false;
            large.leave();
        }
    }

    /** Reads and forgets, so that a sender that is still writing gets to read its answer before the connection closes. */
    void drain(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            socket.setSoTimeout(200);
            while (System.nanoTime() < end && in.read(buffer) >= 0) {
                next = limit;
            }
        } catch (IOException gone) {
            // The other side fell silent or went away: nothing is left to drain.
            next = limit;
        }
    }

    private Optional<FrameFault> fill(boolean partial) throws IOException {
        try {
            if (partial && frameEnd == 0) {
                frameEnd = System.nanoTime() + frameNanos;
            }
            socket.setSoTimeout(partial ? untilStalled() : idleMillis);
            next = 0;
            limit = 0;
            idleSince = partial ? 0 : System.nanoTime();
            int read = in.read(buffer);
            limit = Math.max(read, 0);
            return read < 0 ? Optional.of(FrameFault.ENDED) : Optional.empty();
        } catch (SocketTimeoutException silence) {
            if (partial) {
                return Optional.of(FrameFault.STALLED);
            }
            throw silence;
        } catch (IOException reset) {
            if (partial) {
                return Optional.of(FrameFault.CUT_OFF);
            }
            throw reset;
        } finally {
            idleSince = 0;
        }
    }

    private int untilStalled() throws SocketTimeoutException {
        long millis = (frameEnd - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("the frame takes too long");
        }
        return (int) Math.min(halfFrameMillis, millis);
    }

    /** Waiting for others does not count as the sender's slowness. */
    private void awaitTurn() throws IOException {
        long from = System.nanoTime();
        large.enter(socket);
        holdsLarge = true;
        if (frameEnd != 0) {
            frameEnd += System.nanoTime() - from;
        }
    }

    private void copyRun(ByteArrayOutputStream content) {
        int from = next;
        while (next < limit && buffer[next] != START && buffer[next] != END) {
            next++;
        }
        content.write(buffer, from, next - from);
    }

    private static Optional<Frame> broken(ByteArrayOutputStream content, FrameFault fault) {
        byte[] part = content.toByteArray();
        if (fault == FrameFault.TOO_LARGE && part.length > KEPT_OF_TOO_LARGE) {
            part = Arrays.copyOf(part, KEPT_OF_TOO_LARGE);
        }
        return Optional.of(new Frame(part, Optional.of(fault)));
    }

    private static boolean isBlank(int b) {
        return b == RETURN || b == '\n' || b == ' ' || b == '\t' || b == 0;
    }
}
