package org.yibaoban.settlement.reconciliation;

import java.util.Collection;
import java.util.function.Function;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * The sums of a period in somebody's books (national 3201), in yuan, reversals taken off.
 *
 * @param total medfee_sumamt
 * @param fund fund_pay_sumamt
 * @param account acct_pay
 * @param cash psn_cash_pay
 */
public record BookTotals(int settlements, int reversals, Money total, Money fund, Money account, Money cash) {

    public static BookTotals of(Collection<BookLine> lines) {
        int reversals = (int) lines.stream()
                .filter(line -> line.kind() == BookLine.Kind.REVERSAL)
                .count();
        return new BookTotals(
                lines.size() - reversals,
                reversals,
                sum(lines, line -> line.amount(SettlementField.TOTAL)),
                sum(lines, BookLine::fund),
                sum(lines, line -> line.amount(SettlementField.ACCOUNT)),
                sum(lines, line -> line.amount(SettlementField.CASH)));
    }

    private static Money sum(Collection<BookLine> lines, Function<BookLine, Money> amount) {
        return lines.stream().map(amount).reduce(Money.ZERO, Money::plus);
    }
}
