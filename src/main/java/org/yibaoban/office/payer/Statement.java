package org.yibaoban.office.payer;

import java.util.List;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * What the payer's books hold of this hospital in a period, by the payer's time.
 *
 * @param lines empty when only the sums were asked for
 * @param response byte for byte
 */
public record Statement(Period period, BookTotals totals, List<BookLine> lines, byte[] response) {}
