package org.yibaoban.launcher;

import java.util.List;

/** What to tell the person at the terminal about a start that failed. */
final class FailureText {

    private FailureText() {}

    static String of(ServerLog log, String what) {
        List<String> faults = log.configFaults();
        StringBuilder text = new StringBuilder(what);
        if (!faults.isEmpty()) {
            text.append(" A fault in the configuration:");
        }
        for (String reason : faults.isEmpty() ? log.causes() : faults) {
            text.append("\n  ").append(reason);
        }
        return text.append("\nThe whole story is in ").append(log.file()).toString();
    }
}
