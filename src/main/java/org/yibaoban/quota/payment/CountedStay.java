package org.yibaoban.quota.payment;

import org.yibaoban.money.Money;

/**
 * A stay with what is held against its quota.
 *
 * @param counted charges or fund charges, as the method counts, in yuan
 */
public record CountedStay(PaymentStay stay, Money counted) {}
