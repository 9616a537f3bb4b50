package org.yibaoban.launcher;

import java.util.List;

/** What to tell the person at the terminal about a start that failed. */
final class FailureText {

    private FailureText() {}

    static String of(ServerLog log, String what) {
        StringBuilder text = new StringBuilder(what);
        List<String> reasons = log.causes();
        if (!log.configFaults().isEmpty()) {
            text.append(" A fault in the configuration:");
            reasons = log.configFaults();
        } else if (!log.schemaFaults().isEmpty()) {
            text.append(" The database does not fit the program:");
            reasons = log.schemaFaults();
        }
        for (String reason : reasons) {
            text.append("\n  ").append(reason);
        }
        return text.append("\nThe whole story is in ").append(log.file()).toString();
    }
}
