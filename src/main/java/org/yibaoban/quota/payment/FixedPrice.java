package org.yibaoban.quota.payment;

import org.yibaoban.money.Money;

/**
 * The fixed price of a disease (单病种定额) in an agreement with the payer.
 *
 * @param diagnosis code of the main diagnosis that it is for
 * @param price of the whole stay, in yuan
 */
public record FixedPrice(String chinese, String english, String diagnosis, Money price) {}
