package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as packaged: a server must not outlive its launcher. */
class ParentWatchIT {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void theServerEndsWithTheLaunchersEndOfThePipe() throws Exception {
        Path agent = new Bundle(Path.of(System.getProperty("launcher.jar")))
                .unpackInto(folder.resolve("runtime"))
                .resolve("parent-watch.jar");
        Path sleeper = Files.writeString(folder.resolve("Sleeper.java"), """
                public class Sleeper {
                    public static void main(String[] a) throws Exception {
                        Thread.sleep(600_000);
                    }
                }
                """);
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-javaagent:" + agent,
                        sleeper.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        try {
            assertThat(server.waitFor(2, TimeUnit.SECONDS)).isFalse();

            server.getOutputStream().close();

            assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
    }
}
