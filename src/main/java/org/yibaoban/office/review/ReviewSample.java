package org.yibaoban.office.review;

import java.time.Instant;
import java.util.Optional;
import org.yibaoban.review.SampleAim;

/**
 * A sample with how far its review is.
 *
 * @param candidates prescriptions that it was drawn from
 * @param cases drawn
 * @param judged of these
 */
public record ReviewSample(
        long id,
        SampleAim aim,
        int candidates,
        int cases,
        int judged,
        Instant drawnAt,
        String drawnBy,
        Optional<Instant> publishedAt,
        Optional<String> publishedBy) {

    public boolean isPublished() {
        return publishedAt.isPresent();
    }

    /** Whether every case has its verdict, and the wards are still to be told. */
    public boolean isReady() {
        return !isPublished() && cases > 0 && judged == cases;
    }
}
