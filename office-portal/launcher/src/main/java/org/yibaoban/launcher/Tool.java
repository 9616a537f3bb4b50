package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a short-lived program to its end. Its output goes through a file: a pipe would stay open as long as a daemon it leaves behind. */
final class Tool {

    /** How a run ended; {@code exit} is -1 when the program could not be run or had to be killed. */
    record Result(int exit, String output) {
        boolean good() {
            return exit == 0;
        }
    }

    private Tool() {}

    static Result run(List<String> command, int seconds) throws InterruptedException {
        Path output = null;
        try {
            output = Files.createTempFile("yibaoban", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly();
            }
            String said = Files.readString(output, StandardCharsets.UTF_8);
            return new Result(
                    ended ? process.exitValue() : -1, ended ? said : said + "\nnot done in " + seconds + " s");
        } catch (IOException e) {
            return new Result(-1, e.toString());
        } finally {
            removeQuietly(output);
        }
    }

    private static void removeQuietly(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
