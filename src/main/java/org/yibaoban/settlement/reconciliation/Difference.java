package org.yibaoban.settlement.reconciliation;

import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Pair;

/**
 * One difference between our settlements and other books, which its kind names.
 *
 * @param line which line of the claim it is about
 * @param here our line; empty where we have none
 * @param there that of the other books
 * @param fields where both have it: the fields whose amounts are not the same
 * @param gap by how much our sum of the period is higher because of it, in yuan: of the funds' part against the payer, of the
 *     total charges against the ledger, of the patients' share (without what is owed) against the cashier
 */
public record Difference(
        String claim,
        BookLine.Kind line,
        DifferenceKind kind,
        Optional<BookLine> here,
        Optional<BookLine> there,
        List<SettlementField> fields,
        Money gap) {

    /** Only the fields that differ where both sides have the line, else all that are not nothing; in the order of a sheet. */
    public List<Pair> pairs() {
        return (fields.isEmpty() ? SettlementField.ALL : fields)
                .stream()
                        .filter(field -> isSomething(here, field) || isSomething(there, field))
                        .sorted()
                        .map(field -> new Pair(
                                field, here.map(line -> line.amount(field)), there.map(line -> line.amount(field))))
                        .toList();
    }

    private static boolean isSomething(Optional<BookLine> line, SettlementField field) {
        return line.map(one -> !one.amount(field).isZero()).orElse(false);
    }

    /** Whether it is the very same as one that is on file with these amounts: what was decided about that holds for it. */
    public boolean isSame(DifferenceOnFile before, List<Pair> amounts) {
        return before.gap().equals(gap) && amounts.equals(pairs());
    }
}
