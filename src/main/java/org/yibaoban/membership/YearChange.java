package org.yibaoban.membership;

import org.yibaoban.money.Money;

/**
 * By how much the year's accumulators of a person move, up or down. Amounts in yuan; what each is,
 * {@link YearToDate} says.
 */
public record YearChange(
        int stays,
        Money basicFund,
        Money largeAmount,
        Money seriousBurden,
        Money seriousIllness,
        Money assistance,
        Money outpatientFund) {

    public static final YearChange NONE = between(YearToDate.NONE, YearToDate.NONE);

    /** What leads from one standing to another. */
    public static YearChange between(YearToDate before, YearToDate after) {
        return of(after).plus(of(before).negated());
    }

    /** What leads from nothing to this standing. */
    public static YearChange of(YearToDate year) {
        return new YearChange(
                year.stays(),
                year.basicFund(),
                year.largeAmount(),
                year.seriousBurden(),
                year.seriousIllness(),
                year.assistance(),
                year.outpatientFund());
    }

    public YearChange plus(YearChange other) {
        return new YearChange(
                stays + other.stays,
                basicFund.plus(other.basicFund),
                largeAmount.plus(other.largeAmount),
                seriousBurden.plus(other.seriousBurden),
                seriousIllness.plus(other.seriousIllness),
                assistance.plus(other.assistance),
                outpatientFund.plus(other.outpatientFund));
    }

    public YearChange negated() {
        return new YearChange(
                -stays,
                basicFund.negated(),
                largeAmount.negated(),
                seriousBurden.negated(),
                seriousIllness.negated(),
                assistance.negated(),
                outpatientFund.negated());
    }

    /**
     * Where the year stands when all changes add up to this. Nobody has used less than nothing: a sum below zero, which
     * a payer's report that runs ahead of its answer can leave for a moment, counts as zero.
     */
    public YearToDate standing() {
        return new YearToDate(
                Math.max(0, stays),
                basicFund.floorZero(),
                largeAmount.floorZero(),
                seriousBurden.floorZero(),
                seriousIllness.floorZero(),
                assistance.floorZero(),
                outpatientFund.floorZero());
    }
}
