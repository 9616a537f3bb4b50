package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BundleTest {

    @TempDir
    Path folder;

    @Test
    void unpacksWhatStandsUnderRuntimeAndNothingElse() throws IOException {
        Path jar = jar("one.jar", Map.of("runtime/libs/a.jar", bytes("a"), "org/Main.class", bytes("m")));

        Path runtime = new Bundle(jar).unpackInto(folder.resolve("runtime"));

        assertThat(runtime.resolve("libs/a.jar")).hasContent("a");
        try (Stream<Path> all = Files.walk(runtime)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void theSameBuildIsUnpackedOnce() throws IOException {
        Path jar = jar("one.jar", Map.of("runtime/a", bytes("a")));
        Path runtime = new Bundle(jar).unpackInto(folder.resolve("runtime"));
        Files.writeString(runtime.resolve("trace"), "still here");

        assertThat(new Bundle(jar).unpackInto(folder.resolve("runtime"))).isEqualTo(runtime);
        assertThat(runtime.resolve("trace")).exists();
    }

    @Test
    void anotherBuildTakesThePlaceOfTheFormer() throws IOException {
        Path parent = folder.resolve("runtime");
        Path former = new Bundle(jar("one.jar", Map.of("runtime/a", bytes("a")))).unpackInto(parent);
        Files.createDirectories(parent.resolve("unpacking/left-by-a-kill"));

        Path now = new Bundle(jar("two.jar", Map.of("runtime/a", bytes("b")))).unpackInto(parent);

        assertThat(now).isNotEqualTo(former);
        assertThat(former).doesNotExist();
        assertThat(now.resolve("a")).hasContent("b");
    }

    @Test
    void theDatabaseKeepsItsLinksAndExecutables() throws IOException {
        Path jar = jar("one.jar", Map.of("runtime/postgres-linux-x86_64.txz", txz()));

        Path postgres = new Bundle(jar).unpackInto(folder.resolve("runtime")).resolve("postgres");

        assertThat(postgres.resolve("bin/initdb")).isExecutable();
        assertThat(Files.isExecutable(postgres.resolve("lib/libpq.so.5.17"))).isFalse();
        assertThat(postgres.resolve("lib/libpq.so.5")).isSymbolicLink().hasContent("library");
    }

    @Test
    void aJarWithNoServerSaysHowToBuildOne() throws IOException {
        Path jar = jar("one.jar", Map.of("org/Main.class", bytes("m")));

        assertThatThrownBy(() -> new Bundle(jar).unpackInto(folder.resolve("runtime")))
                .isInstanceOf(StartFault.class)
                .hasMessageContaining("mvn -DskipTests package");
    }

    private Path jar(String name, Map<String, byte[]> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                archive.putNextEntry(new JarEntry(entry.getKey()));
                archive.write(entry.getValue());
            }
        }
        return jar;
    }

    private static byte[] txz() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
            put(tar, new TarArchiveEntry("bin/initdb"), 0755, bytes("program"));
            put(tar, new TarArchiveEntry("lib/libpq.so.5.17"), 0644, bytes("library"));
            TarArchiveEntry link = new TarArchiveEntry("lib/libpq.so.5", TarConstants.LF_SYMLINK);
            link.setLinkName("libpq.so.5.17");
            put(tar, link, 0777, new byte[0]);
        }
        return bytes.toByteArray();
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, byte[] content)
            throws IOException {
        entry.setMode(mode);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
