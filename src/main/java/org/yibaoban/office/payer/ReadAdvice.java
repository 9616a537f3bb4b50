package org.yibaoban.office.payer;

import org.yibaoban.settlement.clearing.PaymentAdvice;

/**
 * What the payer says a payment is made of, as it was read.
 *
 * @param content byte for byte
 */
public record ReadAdvice(PaymentAdvice advice, byte[] content) {}
