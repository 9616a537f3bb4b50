package org.yibaoban.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The server, the applications, their libraries and the database, as nested in the runnable jar under {@code runtime/}.
 * They are unpacked once for each build; a folder of another build is removed.
 */
final class Bundle {

    private static final String PREFIX = "runtime/";

    private final Path jar;

    Bundle(Path jar) {
        this.jar = jar;
    }

    /**
     * Makes sure that the runtime of this build stands in {@code parent}.
     *
     * @return the folder with the runtime's files
     */
    Path unpackInto(Path parent) {
        try (JarFile archive = new JarFile(jar.toFile())) {
            List<ZipEntry> entries = entries(archive);
            Path wanted = parent.resolve(buildId(entries));
            if (Files.isDirectory(wanted)) {
                return wanted;
            }
            Files.createDirectories(parent);
            Folders.emptyOut(parent);
            Path half = Files.createDirectory(parent.resolve("unpacking"));
            for (ZipEntry entry : entries) {
                unpack(archive, entry, half);
            }
            return Files.move(half, wanted);
        } catch (IOException e) {
            throw new StartFault("The server could not be unpacked from " + jar + " into " + parent + ": " + e, e);
        }
    }

    /** Made of every nested file's name, size and checksum: the same content has the same id. */
    private static String buildId(List<ZipEntry> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ZipEntry entry : entries) {
                digest.update(entry.getName().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(entry.getSize())
                        .putLong(entry.getCrc())
                        .flip());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static List<ZipEntry> entries(JarFile archive) {
        try (Stream<? extends ZipEntry> all = archive.stream()) {
            List<ZipEntry> ours = all.filter(entry -> entry.getName().startsWith(PREFIX) && !entry.isDirectory())
                    .map(ZipEntry.class::cast)
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            if (ours.isEmpty()) {
                throw new StartFault(archive.getName() + " holds no server; build it with mvn -DskipTests package");
            }
            return ours;
        }
    }

    private static void unpack(JarFile archive, ZipEntry entry, Path into) throws IOException {
        String name = entry.getName().substring(PREFIX.length());
        try (InputStream content = archive.getInputStream(entry)) {
            if (name.endsWith(".txz")) {
                TarXz.unpack(content, into.resolve("postgres"));
                return;
            }
            Path target = into.resolve(name).normalize();
            if (!target.startsWith(into)) {
                throw new UncheckedIOException(new IOException("Entry leads outside: " + entry.getName()));
            }
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }
}
