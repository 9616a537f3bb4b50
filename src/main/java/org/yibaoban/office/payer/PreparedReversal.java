package org.yibaoban.office.payer;

/**
 * A reversal ready to send; all of it is stored before the first send.
 *
 * @param identifier the reversal's own
 * @param claimIdentifier of the claim that it takes back
 * @param method how this payer wants to be told; whoever prepared it knows the word, nobody else looks at it
 */
public record PreparedReversal(String identifier, String claimIdentifier, String method, byte[] content) {}
