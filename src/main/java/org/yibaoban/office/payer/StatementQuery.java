package org.yibaoban.office.payer;

import org.yibaoban.settlement.reconciliation.Period;

/**
 * What is asked of the payer's books.
 *
 * @param lines whether every settlement and reversal is wanted (national 3202), or the sums alone (3201)
 */
public record StatementQuery(Period period, boolean lines) {}
