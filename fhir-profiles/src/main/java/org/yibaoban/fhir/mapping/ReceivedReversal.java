package org.yibaoban.fhir.mapping;

/**
 * A reversal as the payer reads it, in whichever way it came.
 *
 * @param hospitalId fixmedins_code of the hospital that asks
 */
public record ReceivedReversal(String identifier, String claimIdentifier, String hospitalId) {}
