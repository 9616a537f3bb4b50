package org.yibaoban.demo;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds {@code config/} from the repository's root or from a module's folder. */
public final class ConfigFolder {

    private ConfigFolder() {}

    public static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("config/hospital.yaml"))) {
                return folder.resolve("config");
            }
        }
        throw new IllegalStateException(
                "no config/hospital.yaml above " + Path.of("").toAbsolutePath());
    }
}
