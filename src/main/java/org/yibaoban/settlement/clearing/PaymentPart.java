package org.yibaoban.settlement.clearing;

import java.time.YearMonth;
import org.yibaoban.money.Money;

/**
 * What of a payment is for the claims of one month and one insurance.
 *
 * @param insurance code of the insurance (national insutype)
 * @param paid in yuan; negative where the payer takes back
 * @param retained what the payer withholds as quality retention (质量保证金), in yuan; negative where it releases it
 */
public record PaymentPart(YearMonth month, String insurance, Money paid, Money retained) {}
