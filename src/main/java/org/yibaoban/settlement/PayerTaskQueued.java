package org.yibaoban.settlement;

/**
 * Something is to be said to the payer. Fired in the transaction that wants it said; whoever talks to the payer hears of it
 * when that is committed.
 *
 * @param visit row id
 */
public record PayerTaskQueued(long visit) {}
