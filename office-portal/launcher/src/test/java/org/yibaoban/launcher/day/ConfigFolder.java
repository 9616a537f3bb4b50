package org.yibaoban.launcher.day;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the repository's {@code config/} from a module's folder. */
final class ConfigFolder {

    private ConfigFolder() {}

    static Path find() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("config/hospital.yaml"))) {
                return folder.resolve("config");
            }
        }
        throw new IllegalStateException(
                "no config/hospital.yaml above " + Path.of("").toAbsolutePath());
    }
}
