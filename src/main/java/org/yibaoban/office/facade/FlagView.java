package org.yibaoban.office.facade;

import java.time.Instant;
import org.yibaoban.office.desk.StayFlag;

/** Whether a flag of a visit is raised. Every visit has every flag, so that a reader who polls sees it fall again. */
public record FlagView(Subject subject, StayFlag flag, boolean raised, Instant changedAt) {

    public static final String RAISED = "RAISED";
    public static final String LOWERED = "LOWERED";

    private static final int MOST_FLAGS = 64;

    public String state() {
        return raised ? RAISED : LOWERED;
    }

    /** By which pages are cut: grows with the visit, then with the flag. */
    public long key() {
        return subject.visit() * MOST_FLAGS + flag.ordinal() + 1;
    }

    /** Last visit of which all flags come before a key. */
    static long visitBefore(long key) {
        return Math.max(0, (key - 1) / MOST_FLAGS - 1);
    }
}
