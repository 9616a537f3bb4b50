package org.yibaoban;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the repository from wherever a test is started. */
public final class RepositoryFiles {

    private RepositoryFiles() {}

    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/plans"))) {
            here = here.getParent();
        }
        return here;
    }

    public static Path config() {
        return root().resolve("config");
    }

    /** The material handed to the project beside the repository; empty on machines that do not have it. */
    public static Optional<Path> shared(String path) {
        for (Path up = root().getParent(); up != null; up = up.getParent()) {
            Path wanted = up.resolve("shared").resolve(path);
            if (Files.exists(wanted)) {
                return Optional.of(wanted);
            }
        }
        return Optional.empty();
    }
}
