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
 * CR after FS, no VT before the content, line ends between frames, several frames in one read. Not for many threads.
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
    private final int idleMillis;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int limit;

    FrameReader(Socket socket, int maxBytes, Duration halfFrame, Duration idle) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.maxBytes = maxBytes;
        this.halfFrameMillis = Math.toIntExact(halfFrame.toMillis());
        this.idleMillis = Math.toIntExact(idle.toMillis());
    }

    /**
     * The next frame, or nothing when the other side closed between frames.
     *
     * @throws SocketTimeoutException when nothing began within the idle time
     */
    Optional<Frame> next() throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        boolean started = false;
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
            }
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
            socket.setSoTimeout(partial ? halfFrameMillis : idleMillis);
            next = 0;
            limit = 0;
            int read = in.read(buffer);
            limit = Math.max(read, 0);
            return read < 0 ? Optional.of(FrameFault.CUT_OFF) : Optional.empty();
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
