package org.yibaoban.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the database's files and programs stand, and as whom they run: in the state folder, but for one case. Where root
 * may not make a user namespace, the database runs as nobody; when nobody cannot enter the state folder, such as one
 * below {@code /root}, the database stands in {@code /var/lib/yibaoban} and stays there.
 */
record DatabasePlace(RunAs runAs, Path programs, Path folder) {

    private static final Path OUTSIDE = Path.of("/var/lib/yibaoban");

    static DatabasePlace choose(Path runtime, Path state) throws IOException, InterruptedException {
        return choose(runtime, state, OUTSIDE);
    }

    static DatabasePlace choose(Path runtime, Path state, Path outside) throws IOException, InterruptedException {
        Path programs = runtime.resolve("postgres");
        Path folder = state.resolve("database");
        Path elsewhere = elsewhere(state, outside);
        boolean movedBefore = Files.isDirectory(elsewhere.resolve("database"));
        RunAs runAs = RunAs.choose(executable(programs), movedBefore ? elsewhere.resolve("database") : folder);
        if (!movedBefore && runAs.canRun(executable(programs))) {
            return at(runAs, programs, folder);
        }
        Path copy = elsewhere.resolve("programs").resolve(runtime.getFileName());
        if (!Files.isDirectory(copy)) {
            Folders.emptyOut(elsewhere.resolve("programs"));
            Files.createDirectories(copy.getParent());
            Files.move(Folders.copy(programs, copy.resolveSibling("half-copied")), copy);
        }
        return at(runAs, copy, elsewhere.resolve("database"));
    }

    /** The folder of the database that was made before, for looking. */
    static Path existing(Path state) {
        Path moved = elsewhere(state, OUTSIDE).resolve("database");
        return Files.isDirectory(moved) ? moved : state.resolve("database");
    }

    private static Path elsewhere(Path state, Path outside) {
        return outside.resolve(UUID.nameUUIDFromBytes(state.toString().getBytes(StandardCharsets.UTF_8))
                .toString());
    }

    private static DatabasePlace at(RunAs runAs, Path programs, Path folder) throws IOException {
        return new DatabasePlace(runAs, programs.resolve("bin"), Files.createDirectories(folder));
    }

    private static Path executable(Path programs) {
        return programs.resolve("bin").resolve("postgres");
    }
}
