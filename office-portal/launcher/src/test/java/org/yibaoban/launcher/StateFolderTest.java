package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {

    @TempDir
    Path folder;

    @Test
    void aProcessNumberThatIsAnotherProgramsByNowIsLetBe() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (StateFolder state = StateFolder.take(folder)) {
            state.noteServer(stranger.pid());

            state.stopLeftoverServer();

            assertThat(stranger.isAlive()).isTrue();
            assertThat(folder.resolve("server.pid")).doesNotExist();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aServerLeftBehindIsEnded() throws Exception {
        Path script = folder.resolve("runtime/server.sh");
        Files.createDirectories(script.getParent());
        Files.writeString(script, "while true; do sleep 1; done");
        Process left = new ProcessBuilder("sh", script.toString()).start();
        try (StateFolder state = StateFolder.take(folder)) {
            state.noteServer(left.pid());

            state.stopLeftoverServer();

            assertThat(left.isAlive()).isFalse();
        } finally {
            left.destroyForcibly();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "");

        assertThatThrownBy(() -> StateFolder.take(file))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("a-file")
                .hasMessageContaining("--state (or YIBAOBAN_STATE)");
    }

    @Test
    void temporaryFilesOfTheLastRunAreRemoved() throws IOException {
        try (StateFolder state = StateFolder.take(folder)) {
            Files.writeString(state.freshTemporary().resolve("old"), "old");

            assertThat(state.freshTemporary()).isEmptyDirectory();
        }
    }
}
