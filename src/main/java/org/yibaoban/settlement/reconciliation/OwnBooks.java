package org.yibaoban.settlement.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Standing;

/**
 * Holds the hospital's settlements against its own charge ledger and the cashier's receipts, claim by claim. The gaps of a
 * pair of books add up to the difference of their sums; what is owed of a share is no difference.
 */
public final class OwnBooks {

    private static final List<SettlementField> SHARE =
            List.of(SettlementField.PERSONAL, SettlementField.ACCOUNT, SettlementField.CASH);

    private final List<Difference> found = new ArrayList<>();

    private OwnBooks() {}

    /** @return in the order of the claims, the ledger's before the cashier's; empty when nothing differs */
    public static List<Difference> compare(List<ClaimBooks> claims) {
        OwnBooks books = new OwnBooks();
        for (ClaimBooks claim : claims) {
            if (claim.standing() == Standing.SETTLED) {
                books.ledger(claim);
            }
            books.cashier(claim);
        }
        return List.copyOf(books.found);
    }

    private void ledger(ClaimBooks claim) {
        Money settled = claim.settled().amount(SettlementField.TOTAL);
        Money gap = settled.minus(claim.charged());
        if (gap.isZero()) {
            return;
        }
        DifferenceKind kind = claim.charged().isZero()
                ? DifferenceKind.LEDGER_REVERSED
                : gap.isNegative() ? DifferenceKind.LEDGER_MORE : DifferenceKind.LEDGER_LESS;
        BookLine there = line(claim, claim.moved(), Map.of(SettlementField.TOTAL, claim.charged()));
        add(claim, kind, there, List.of(SettlementField.TOTAL), gap);
    }

    private void cashier(ClaimBooks claim) {
        Money over = claim.taken().minus(claim.due());
        boolean something = !claim.taken().isZero();
        switch (claim.standing()) {
            case REVERSED -> {
                if (something) {
                    share(claim, DifferenceKind.RECEIPT_LEFT, SHARE, over.negated());
                }
            }
            case NOT_SETTLED -> {
                if (something) {
                    share(claim, DifferenceKind.RECEIPT_ONLY, SHARE, over.negated());
                }
            }
            case SETTLED -> {
                if (over.compareTo(Money.ZERO) > 0) {
                    boolean twice = claim.isTakenTwice(over);
                    DifferenceKind kind = twice ? DifferenceKind.RECEIPT_DOUBLED : DifferenceKind.RECEIPT_MORE;
                    share(claim, kind, SHARE, over.negated());
                }
                account(claim, something);
            }
        }
    }

    /** The first receipt of a share has all that the payer took from the account: the sum of the share is not touched. */
    private void account(ClaimBooks claim, boolean something) {
        if (something && !claim.takenFromAccount().equals(claim.settled().amount(SettlementField.ACCOUNT))) {
            share(claim, DifferenceKind.RECEIPT_ACCOUNT, List.of(SettlementField.ACCOUNT), Money.ZERO);
        }
    }

    private void share(ClaimBooks claim, DifferenceKind kind, List<SettlementField> fields, Money gap) {
        Map<SettlementField, Money> amounts = Map.of(
                SettlementField.PERSONAL, claim.taken(),
                SettlementField.ACCOUNT, claim.takenFromAccount(),
                SettlementField.CASH, claim.taken().minus(claim.takenFromAccount()));
        add(claim, kind, line(claim, claim.lastReceipt(), amounts), fields, gap);
    }

    private static BookLine line(ClaimBooks claim, LocalDate day, Map<SettlementField, Money> amounts) {
        return new BookLine(claim.settled().claim(), claim.settled().kind(), Optional.empty(), day, amounts);
    }

    private void add(ClaimBooks claim, DifferenceKind kind, BookLine there, List<SettlementField> fields, Money gap) {
        Optional<BookLine> here = Optional.of(claim.settled()).filter(line -> claim.standing() != Standing.NOT_SETTLED);
        found.add(new Difference(
                claim.settled().claim(), claim.settled().kind(), kind, here, Optional.of(there), fields, gap));
    }
}
