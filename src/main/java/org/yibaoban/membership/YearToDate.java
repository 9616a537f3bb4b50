package org.yibaoban.membership;

import org.yibaoban.money.Money;

/**
 * What a person has used earlier in the plan year (national accumulators, transaction 5206). Amounts in yuan.
 *
 * @param stays number of earlier settled inpatient stays
 * @param basicFund what the basic fund paid for stays
 * @param seriousBurden the burden counted towards serious illness
 * @param outpatientFund what the basic fund paid for outpatient visits
 */
public record YearToDate(
        int stays,
        Money basicFund,
        Money largeAmount,
        Money seriousBurden,
        Money seriousIllness,
        Money assistance,
        Money outpatientFund) {

    public static final YearToDate NONE =
            new YearToDate(0, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    /** @throws IllegalArgumentException when a figure is negative */
    public YearToDate {
        if (stays < 0
                || basicFund.isNegative()
                || largeAmount.isNegative()
                || seriousBurden.isNegative()
                || seriousIllness.isNegative()
                || assistance.isNegative()
                || outpatientFund.isNegative()) {
            throw new IllegalArgumentException("an accumulator of the year is negative");
        }
    }

    /** The same but for the number of stays. */
    public YearToDate withStays(int number) {
        return new YearToDate(
                number, basicFund, largeAmount, seriousBurden, seriousIllness, assistance, outpatientFund);
    }
}
