package org.yibaoban.office.facade;

import java.time.Instant;

/**
 * A claim as it was sent, or an answer as it was received.
 *
 * @param claim row id of the claim
 * @param content byte for byte
 */
public record ExchangedView(long id, Subject subject, long claim, byte[] content, Instant changedAt) {}
