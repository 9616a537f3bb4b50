package org.yibaoban.quota.payment;

import org.yibaoban.money.Money;

/**
 * A high- or low-cost case of a month.
 *
 * @param doctor code of the doctor in charge
 * @param group code of its case group
 * @param counted what it cost, in yuan
 * @param brought what it brings, in yuan
 */
public record OutlyingCase(
        String visit, String department, String doctor, String group, CostLevel level, Money counted, Money brought) {}
