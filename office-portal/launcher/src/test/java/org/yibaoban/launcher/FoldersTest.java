package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void aCopyKeepsLinksAndPermissions() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/bin")).getParent();
        Path program = Files.writeString(from.resolve("bin/program"), "program");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(from.resolve("link"), Path.of("bin/program"));

        Path to = Folders.copy(from, folder.resolve("to"));

        assertThat(to.resolve("bin/program")).isExecutable().hasContent("program");
        assertThat(to.resolve("link")).isSymbolicLink().hasContent("program");
    }

    @Test
    void emptyingRemovesALinkButNotWhatItPointsTo() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside"), "kept");
        Path inside = Files.createDirectories(folder.resolve("inside/deep"));
        Files.createSymbolicLink(inside.resolve("link"), outside);

        Folders.emptyOut(folder.resolve("inside"));

        assertThat(folder.resolve("inside")).isEmptyDirectory();
        assertThat(outside).hasContent("kept");
    }
}
