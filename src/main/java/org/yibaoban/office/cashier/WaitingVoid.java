package org.yibaoban.office.cashier;

import java.time.Instant;

/** A receipt that is asked to be voided and waits for a second person. */
public record WaitingVoid(TakenReceipt receipt, String reason, String requestedBy, Instant requestedAt) {}
