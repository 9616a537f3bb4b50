package org.yibaoban.his.hl7v2;

import java.time.Duration;

/**
 * Limits of the MLLP listener.
 *
 * @param maxFrameBytes a longer message is refused and its connection closed
 * @param halfFrameTimeout longest silence in the middle of a message, and longest wait for a sender to read its answer
 * @param frameTimeout longest time that one message may take from its first byte to its last
 * @param idleTimeout longest silence between messages, zero for ever; a sender opens a new connection after it
 * @param maxConnections further ones wait until one ends
 * @param yieldAfter a connection that has been silent between messages for so long is closed where another waits
 */
public record MllpSettings(
        int maxFrameBytes,
        Duration halfFrameTimeout,
        Duration frameTimeout,
        Duration idleTimeout,
        int maxConnections,
        Duration yieldAfter) {

    /** @throws IllegalArgumentException when a limit cannot work */
    public MllpSettings {
        if (maxFrameBytes < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("maxFrameBytes and maxConnections are at least 1");
        }
        if (!isPositive(halfFrameTimeout) || !isPositive(frameTimeout)) {
            throw new IllegalArgumentException("halfFrameTimeout and frameTimeout are positive");
        }
        if (idleTimeout.isNegative() || yieldAfter.isNegative()) {
            throw new IllegalArgumentException("idleTimeout and yieldAfter are not negative");
        }
    }

    /** 16 MiB, 30 seconds, ten minutes, one hour, 64 connections, 10 seconds. */
    public static MllpSettings defaults() {
        return new MllpSettings(
                16 * 1024 * 1024,
                Duration.ofSeconds(30),
                Duration.ofMinutes(10),
                Duration.ofHours(1),
                64,
                Duration.ofSeconds(10));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }
}
