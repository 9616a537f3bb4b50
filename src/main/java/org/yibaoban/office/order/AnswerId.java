package org.yibaoban.office.order;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Names an answer to a hook, its cards and their suggestions. A UUID of version 7 (RFC 9562) whose last byte is zero for
 * the answer; a card's number stands in its upper six bits, a suggestion's, from 1 to 3, in the lower two. So a card's
 * UUID alone tells which answer it belongs to.
 */
public record AnswerId(UUID value) {

    public static final int MOST_CARDS = 64;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LAST_BYTE = 0xFFL;

    public static AnswerId next(Clock clock) {
        return new AnswerId(new UUID(
                upper(clock.instant(), RANDOM.nextInt(1 << 12)),
                (RANDOM.nextLong() & 0x3FFFFFFFFFFFFF00L) | 0x8000000000000000L));
    }

    /** The answer that a card or suggestion belongs to. */
    public static AnswerId of(UUID part) {
        return new AnswerId(new UUID(part.getMostSignificantBits(), part.getLeastSignificantBits() & ~LAST_BYTE));
    }

    /** The lowest id of a moment: every answer given before has a lower one. */
    public static AnswerId lowestOf(Instant moment) {
        return new AnswerId(new UUID(upper(moment, 0), 0x8000000000000000L));
    }

    /** @param number from 0 */
    public UUID card(int number) {
        return part(number, 0);
    }

    /** @param suggestion from 0 */
    public UUID suggestion(int card, int suggestion) {
        return part(card, suggestion + 1);
    }

    /** When the answer was given, to the millisecond. */
    public Instant at() {
        return Instant.ofEpochMilli(value.getMostSignificantBits() >>> 16);
    }

    /** From 0. */
    public static int cardOf(UUID part) {
        return (int) (part.getLeastSignificantBits() & LAST_BYTE) >> 2;
    }

    /** From 0; -1 for a card. */
    public static int suggestionOf(UUID part) {
        return (int) (part.getLeastSignificantBits() & 3) - 1;
    }

    private UUID part(int card, int suggestion) {
        if (card < 0 || card >= MOST_CARDS || suggestion < 0 || suggestion > ItemAdvice.MOST_ALTERNATIVES) {
            throw new IllegalArgumentException("card " + card + ", suggestion " + suggestion);
        }
        return new UUID(
                value.getMostSignificantBits(), value.getLeastSignificantBits() | (long) card << 2 | suggestion);
    }

    private static long upper(Instant moment, int random) {
        return moment.toEpochMilli() << 16 | 0x7000L | random;
    }
}
