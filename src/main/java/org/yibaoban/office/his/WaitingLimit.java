package org.yibaoban.office.his;

import java.time.Duration;

/**
 * How long a message may wait for what must come before it until a person has to look at it. It goes on waiting.
 *
 * @param time such as a day
 */
public record WaitingLimit(Duration time) {

    /** @throws IllegalArgumentException when it is no time at all */
    public WaitingLimit {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("the limit of waiting is longer than nothing");
        }
    }
}
