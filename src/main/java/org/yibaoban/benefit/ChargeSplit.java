package org.yibaoban.benefit;

import org.yibaoban.money.Money;

/** The four parts of a charge (spec/settlement.md, section 1), in yuan; they add up to the amount, always. */
public record ChargeSplit(Money fullSelfPay, Money overLimit, Money preSelfPay, Money inScope) {}
