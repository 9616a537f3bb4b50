package org.yibaoban.launcher.day;

import java.time.LocalDateTime;

/** A step with its time, before the order of the day gives it its id. */
record Planned(LocalDateTime at, Writer writer) {

    /** Writes the step once its id is known. */
    interface Writer {
        Step write(String id, LocalDateTime at);
    }

    Step step(String id) {
        return writer.write(id, at);
    }
}
