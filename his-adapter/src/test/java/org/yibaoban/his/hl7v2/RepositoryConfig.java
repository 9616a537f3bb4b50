package org.yibaoban.his.hl7v2;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder {@code config/} from wherever a test is started. */
public final class RepositoryConfig {

    private RepositoryConfig() {}

    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(here.resolve("config/dialects"))) {
            here = here.getParent();
        }
        return here.resolve("config");
    }
}
