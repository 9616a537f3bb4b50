package org.yibaoban.bulletin;

import java.time.Instant;
import java.util.Optional;

/**
 * A bulletin on file.
 *
 * @param readAt when the user who asks confirmed to have read it
 * @param readers how many have
 */
public record FiledBulletin(
        long id,
        Bulletin bulletin,
        String writtenBy,
        Instant writtenAt,
        Optional<Instant> withdrawnAt,
        Optional<Instant> readAt,
        int readers) {

    /** Who confirmed to have read it, and when. */
    public record Receipt(String who, Instant at) {}
}
