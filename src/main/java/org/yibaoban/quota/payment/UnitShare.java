package org.yibaoban.quota.payment;

import org.yibaoban.money.Money;

/**
 * A doctor's part of a month under one method.
 *
 * @param department the one that discharged the stays
 * @param doctor code of the doctor in charge
 * @param stays counted
 * @param counted what is held against the limit, in yuan
 * @param granted the stays' own amounts, or a part of the month's limit in proportion to what is counted, in yuan
 */
public record UnitShare(String department, String doctor, int stays, Money counted, Money granted) {

    /** In yuan; negative for an overrun. */
    public Money surplus() {
        return granted.minus(counted);
    }

    /** Both together, of the first one's department and doctor. */
    public UnitShare plus(UnitShare other) {
        return new UnitShare(
                department, doctor, stays + other.stays, counted.plus(other.counted), granted.plus(other.granted));
    }
}
