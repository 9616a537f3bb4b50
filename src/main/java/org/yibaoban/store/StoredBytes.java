package org.yibaoban.store;

import java.time.Instant;

/** What was sent to the payer or received from it, byte for byte, with what it is about. */
public record StoredBytes(Long id, Long visitId, Long patientId, Long claimId, byte[] content, Instant changedAt) {}
