package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {

    @TempDir
    Path folder;

    @Test
    void atTheLimitANewFileBeginsAndTheOldestIsDropped() throws IOException {
        Path file = folder.resolve("server.log");
        RollingLog log = new RollingLog(file, 5, 2);
        for (String piece : new String[] {"first", "second", "third", "fourth"}) {
            log.copy(new ByteArrayInputStream(piece.getBytes()));
        }

        assertThat(file).hasContent("fourth");
        assertThat(folder.resolve("server.1.log")).hasContent("third");
        assertThat(folder.resolve("server.2.log")).hasContent("second");
        assertThat(folder.resolve("server.3.log")).doesNotExist();
    }

    @Test
    void belowTheLimitItIsOneFile() throws IOException {
        Path file = folder.resolve("server.log");
        RollingLog log = new RollingLog(file, 100, 2);
        log.copy(new ByteArrayInputStream("one ".getBytes()));
        log.copy(new ByteArrayInputStream("two".getBytes()));

        assertThat(file).hasContent("one two");
        assertThat(folder.resolve("server.1.log")).doesNotExist();
    }
}
