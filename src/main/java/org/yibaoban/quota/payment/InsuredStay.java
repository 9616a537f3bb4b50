package org.yibaoban.quota.payment;

import java.util.Optional;
import org.yibaoban.membership.InsuranceType;

/**
 * A stay and the insurance that pays for it.
 *
 * @param insurance empty while it is not verified, and where the patient settles as self-paying
 */
public record InsuredStay(PaymentStay stay, Optional<InsuranceType> insurance) {}
