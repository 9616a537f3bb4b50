package org.yibaoban.his.hl7v2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.yibaoban.his.hl7v2.Piece.Kind;

/**
 * Cuts a file into messages, headers and trailers, one at a time. A message goes from its MSH to the next header or
 * trailer; every byte is in exactly one piece. Not for many threads.
 */
final class BatchReader {

    /** What is kept of a message that is too long. */
    private static final int KEPT_OF_TOO_LONG = 64 * 1024;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[64 * 1024];
    private int next;
    private int limit;
    /** The line that begins the next piece. */
    private byte[] begun;

    private Kind begunKind = Kind.STRAY;
    private boolean anyLine;

    BatchReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    Optional<Piece> next() throws IOException {
        if (begun == null && !nextLine()) {
            return Optional.empty();
        }
        Kind kind = begunKind;
        ByteArrayOutputStream content = new ByteArrayOutputStream(Math.max(begun.length, 512));
        boolean whole = add(content, begun);
        while (nextLine() && belongs(kind)) {
            whole = whole && add(content, begun);
        }
        byte[] bytes = content.toByteArray();
        boolean cut = !whole && bytes.length > KEPT_OF_TOO_LONG;
        return Optional.of(new Piece(kind, cut ? Arrays.copyOf(bytes, KEPT_OF_TOO_LONG) : bytes, whole));
    }

    /** A line that begins nothing belongs to the message before it; blank ones to whatever came before. */
    private boolean belongs(Kind kind) {
        return begunKind == Kind.STRAY
                && (kind == Kind.MESSAGE
                        || kind == Kind.STRAY
                        || Piece.contentOf(begun, 0, begun.length) == begun.length);
    }

    /** @return false when it did not fit */
    private boolean add(ByteArrayOutputStream content, byte[] line) {
        if (content.size() + line.length <= maxBytes) {
            content.writeBytes(line);
            return true;
        }
        content.write(line, 0, Math.max(0, Math.min(line.length, KEPT_OF_TOO_LONG - content.size())));
        return false;
    }

    private boolean nextLine() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean ended = false;
        while (!ended && (next < limit || fill())) {
            int from = next;
            while (next < limit && !ended) {
                ended = buffer[next] == '\r' || buffer[next] == '\n';
                next++;
            }
            // A line without end must not fill the memory; its beginning tells what it is.
            int room = Math.max(0, maxBytes + 1 - line.size());
            line.write(buffer, from, Math.min(next - from, room));
        }
        if (line.size() == 0) {
            begun = null;
            return false;
        }
        begun = line.toByteArray();
        begunKind = Piece.begins(begun, contentOf(begun), begun.length);
        anyLine = true;
        return true;
    }

    /** A byte order mark counts at the beginning of the file only. */
    private int contentOf(byte[] line) {
        if (!anyLine) {
            return Piece.contentOf(line, 0, line.length);
        }
        int at = 0;
        while (at < line.length && line[at] >= 0 && line[at] <= ' ') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }
}
