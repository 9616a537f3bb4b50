package org.yibaoban.his.hl7v2;

import java.time.Duration;

/**
 * Limits of the MLLP listener.
 *
 * @param maxFrameBytes a longer message is refused and its connection closed
 * @param halfFrameTimeout longest silence in the middle of a message
 * @param idleTimeout longest silence between messages, zero for ever; a sender opens a new connection after it
 * @param maxConnections a further connection is closed at once
 */
public record MllpSettings(int maxFrameBytes, Duration halfFrameTimeout, Duration idleTimeout, int maxConnections) {

    /** @throws IllegalArgumentException when a limit cannot work */
    public MllpSettings {
        if (maxFrameBytes < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("maxFrameBytes and maxConnections are at least 1");
        }
        if (halfFrameTimeout.isZero() || halfFrameTimeout.isNegative() || idleTimeout.isNegative()) {
            throw new IllegalArgumentException("halfFrameTimeout is positive, idleTimeout not negative");
        }
    }

    /** 16 MiB, 30 seconds, one hour, 64 connections. */
    public static MllpSettings defaults() {
        return new MllpSettings(16 * 1024 * 1024, Duration.ofSeconds(30), Duration.ofHours(1), 64);
    }
}
