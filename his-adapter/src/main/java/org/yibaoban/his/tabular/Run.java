package org.yibaoban.his.tabular;

import java.util.List;

/**
 * One reading of a table.
 *
 * @param channel {@code file} or {@code view}
 * @param attempt what the control ids of its messages begin with: within one attempt the same rows get the same answer
 * @param load the load whose counts it moves
 * @param worker who holds the lease
 */
record Run(
        TableMap map, List<String> header, String channel, String attempt, long load, String worker, boolean dryRun) {

    static final String FILE = "file";
    static final String VIEW = "view";

    boolean isView() {
        return channel.equals(VIEW);
    }

    /** Identity of a row in the ledger. */
    String transaction(String key) {
        return map.id() + ":" + key;
    }
}
