package org.yibaoban.config;

import java.nio.file.Path;

/** A fault in a file under {@code config/}: it stops the start and names file, line and reason. */
public class ConfigFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param line from 1; 0 when the fault is in the file as a whole */
    public ConfigFault(Path file, int line, String reason) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason);
    }
}
