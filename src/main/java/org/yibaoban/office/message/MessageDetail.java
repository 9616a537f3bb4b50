package org.yibaoban.office.message;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A kept message with its content.
 *
 * @param bytes how long it is
 * @param lines what stands in it
 * @param answer what its sender was answered; empty where nothing was
 * @param replays who had it handled again, oldest first
 */
public record MessageDetail(
        MessageRow row, int bytes, List<MessageLine> lines, List<MessageLine> answer, List<Replay> replays) {

    private static final Set<String> OPEN = Set.of("ERROR", "REJECTED", "HELD", "WAITING", MessageBoard.OVERDUE);

    /** Whether it can be handled again. */
    public boolean isOpen() {
        return OPEN.contains(row.verdict());
    }

    /**
     * A message handled again.
     *
     * @param before its verdict until then
     * @param after its verdict since
     */
    public record Replay(Instant at, String by, String before, String after, String reason) {}
}
