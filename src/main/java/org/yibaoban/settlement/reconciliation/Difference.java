package org.yibaoban.settlement.reconciliation;

import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;

/**
 * One difference between the two books.
 *
 * @param line which line of the claim it is about
 * @param here our line; empty where we have none
 * @param there the payer's
 * @param fields where both have it: the fields whose amounts are not the same
 * @param gap by how much the funds' part of the period is higher here because of it, in yuan
 */
public record Difference(
        String claim,
        BookLine.Kind line,
        DifferenceKind kind,
        Optional<BookLine> here,
        Optional<BookLine> there,
        List<SettlementField> fields,
        Money gap) {}
