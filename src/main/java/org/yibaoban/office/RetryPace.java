package org.yibaoban.office;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When what the payer or a system of the hospital did not take is tried again: twice as long after each attempt, and up to a quarter longer by
 * chance, so that not all come back at once.
 *
 * @param longest no pause is longer, but for the quarter
 */
public record RetryPace(Duration longest) {

    private static final int MOST_DOUBLINGS = 20;

    /** @throws IllegalArgumentException when it is shorter than a second */
    public RetryPace {
        if (longest.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("the longest pause between attempts is a second or more");
        }
    }

    /** @param attempts that were made, at least one */
    public Duration after(int attempts) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
        return byChance(doubled.compareTo(longest) < 0 ? doubled : longest);
    }

    private static Duration byChance(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4));
    }
}
