package org.yibaoban.office.operating;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an operator watches: how much stands where, the same seen from every instance. No person can be told from it.
 *
 * @param messagesLately messages received in the last five minutes, by verdict
 * @param messagesOpen messages that somebody has to look at or that wait for another, by verdict
 * @param queued pieces of work that wait, by queue
 * @param oldest since when the oldest of them waits, of the queues that note it
 * @param claimsUnknown claims that were sent and whose answer is not known
 * @param abandonedLoads loads of files whose worker has not been heard of for longer than its lease
 */
public record OperatingFigures(
        Map<String, Long> messagesLately,
        Map<String, Long> messagesOpen,
        Map<String, Long> queued,
        Map<String, Duration> oldest,
        long claimsUnknown,
        long abandonedLoads) {

    /**
     * Where work waits: to be said to the payer, to be told to the HIS, stays to be audited again, moves to be folded into the
     * indicators, files to be checked and loaded.
     */
    public static final List<String> QUEUES = List.of("payer", "notices", "audit", "indicators", "loads");

    /** The queues whose work has a time. */
    public static final List<String> DATED_QUEUES = List.of("payer", "notices");
}
