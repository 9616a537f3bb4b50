package org.yibaoban.office.payer;

/** A claim ready to send: its identifier and its bytes, both stored before the first send. */
public record PreparedClaim(String identifier, byte[] content) {}
