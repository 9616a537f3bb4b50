package org.yibaoban.membership;

import org.yibaoban.money.Money;

/**
 * A registration as the payer reports it.
 *
 * @param used what the fund paid for the disease in the calendar year asked about, in yuan
 */
public record DiseaseStanding(DiseaseRegistration registration, Money used) {}
