package org.yibaoban.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Keeps what a program says in a file that does not grow for ever: at its limit it becomes {@code .1}, that {@code .2}, and
 * the oldest is dropped. A disk that is full loses the log, never stops the program.
 */
final class RollingLog {

    private static final int CHUNK = 8_192;

    private final Path file;
    private final long limit;
    private final int kept;

    /**
     * @param limit bytes, after which the next piece begins a new file
     * @param kept older files
     */
    RollingLog(Path file, long limit, int kept) {
        this.file = file;
        this.limit = limit;
        this.kept = kept;
    }

    /** Begins a new file. */
    void turnOver() throws IOException {
        for (int older = kept - 1; older >= 0 && Files.exists(file); older--) {
            if (Files.exists(numbered(older))) {
                Files.move(numbered(older), numbered(older + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Follows the program to its end, in a thread of its own. */
    void follow(InputStream said) {
        Thread follower = new Thread(() -> copy(said), "log");
        follower.setDaemon(true);
        follower.start();
    }

    void copy(InputStream said) {
        byte[] chunk = new byte[CHUNK];
        try (said) {
            int length = said.read(chunk);
            while (length >= 0) {
                append(chunk, length);
                length = said.read(chunk);
            }
        } catch (IOException e) {
            // the program has ended and its pipe with it
        }
    }

    private void append(byte[] chunk, int length) {
        try {
            if (Files.exists(file) && Files.size(file) >= limit) {
                turnOver();
            }
            Files.write(
                    file,
                    length == CHUNK ? chunk : Arrays.copyOf(chunk, length),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.err.println("The log cannot be written: " + e);
        }
    }

    private Path numbered(int older) {
        return older == 0
                ? file
                : file.resolveSibling(file.getFileName().toString().replaceFirst("(\\.[^.]*)?$", "." + older + "$1"));
    }
}
