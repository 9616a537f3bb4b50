package org.yibaoban.cashier;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.cashier.CashierFault.Why;
import org.yibaoban.membership.Member;
import org.yibaoban.money.Money;

/**
 * What was taken and given of one stay, and what may be next. All sums come from the receipts; none is kept beside them.
 *
 * @param receipts all that were ever given out for the stay
 * @param standing identifiers of the claims that stand, settled or not: several of a stay that is settled in parts
 * @param share what the patient bears of the settled one that is to be paid next; empty until one is settled
 */
public record StayAccount(List<Receipt> receipts, Situation situation, Set<String> standing, Optional<Share> share) {

    /** With one claim at most. */
    public StayAccount(List<Receipt> receipts, Situation situation, Optional<String> standing, Optional<Share> share) {
        this(receipts, situation, standing.map(Set::of).orElse(Set.of()), share);
    }

    /** The oldest share that is not paid in full; where all are, the newest. */
    public static Optional<Share> next(List<Receipt> receipts, List<Share> oldestFirst) {
        return oldestFirst.stream()
                .filter(share -> !share.personal()
                        .equals(takenOf(receipts, share.claim()).sum()))
                .findFirst()
                .or(() -> oldestFirst.stream().reduce((earlier, later) -> later));
    }

    /**
     * The patient's share of a settled claim.
     *
     * @param personal psn_part_amt
     * @param account the part of it that the payer took from the personal account, acct_pay
     */
    public record Share(String claim, Money personal, Money account) {}

    /**
     * @param inpatient only a stay in hospital asks for a deposit
     * @param exempt whether no deposit may be asked
     * @param goesOn whether parts of the stay are settled and the last one is still to come
     */
    public record Situation(boolean inpatient, boolean cancelled, boolean exempt, boolean goesOn) {

        /** Of a visit that is settled at once. */
        public Situation(boolean inpatient, boolean cancelled, boolean exempt) {
            this(inpatient, cancelled, exempt, false);
        }
    }

    /** The poor on file pay no deposit in the city's hospitals (先诊疗后付费, 住院就医免缴押金: documents 004, section 4). */
    public static boolean isExempt(Member member) {
        return member.poor();
    }

    /** What the patient paid in advance and was neither set against a share nor given back. */
    public Money depositLeft() {
        Money left = Money.ZERO;
        for (Receipt receipt : receipts) {
            left = receipt.kind() == ReceiptKind.PAYMENT
                    ? left.minus(receipt.parts().of(PayMethod.DEPOSIT))
                    : left.plus(receipt.amount());
        }
        return left;
    }

    /** What was taken of the settled share, voided receipts taken off. */
    public Parts taken() {
        return share.map(due -> takenOf(receipts, due.claim())).orElse(Parts.NONE);
    }

    private static Parts takenOf(List<Receipt> receipts, String claim) {
        return receipts.stream()
                .filter(receipt -> receipt.claim().filter(claim::equals).isPresent())
                .map(Receipt::parts)
                .reduce(Parts.NONE, Parts::plus);
    }

    /** What is still to be taken of the share, the part from the personal account included; nothing before it is settled. */
    public Money owed() {
        return share.map(due -> due.personal().minus(taken().sum())).orElse(Money.ZERO);
    }

    /** What of it the payer took from the personal account and no receipt shows yet. */
    public Money accountDue() {
        return share.map(due -> due.account().minus(taken().of(PayMethod.ACCOUNT)))
                .orElse(Money.ZERO);
    }

    /** What of it the patient has to pay here. */
    public Money payable() {
        return owed().minus(accountDue());
    }

    /** Whether the rest of the deposit may be given back. */
    public boolean isReleased() {
        return owed().isZero()
                && ((share.isPresent() && !situation.goesOn()) || situation.cancelled() || situation.exempt());
    }

    public boolean takesDeposit() {
        return situation.inpatient()
                && !situation.cancelled()
                && !situation.exempt()
                && (share.isEmpty() || situation.goesOn());
    }

    /** Receipts of settlements that were taken back: their money is to be returned. */
    public List<Receipt> toReturn() {
        return receipts.stream()
                .filter(receipt -> receipt.kind() == ReceiptKind.PAYMENT && isVoidable(receipt))
                .filter(receipt -> !standing.contains(receipt.claim().orElse("")))
                .toList();
    }

    /** Whether it is neither void nor reverses another one. */
    public boolean isVoidable(Receipt receipt) {
        return receipt.voids().isEmpty()
                && receipts.stream()
                        .noneMatch(other ->
                                other.voids().filter(receipt.number()::equals).isPresent());
    }

    /**
     * The amounts of a deposit's receipt.
     *
     * @throws CashierFault when none may be taken, or the amounts are wrong
     */
    public Parts deposit(Parts given) {
        if (situation.exempt()) {
            throw new CashierFault(Why.EXEMPT, "");
        }
        if (!takesDeposit()) {
            throw new CashierFault(Why.NO_DEPOSIT, "");
        }
        refuseHuge(given);
        refuseWrong(given, given.allCounted());
        return given;
    }

    /**
     * The amounts of a receipt for the share: what is given now, and with it what the payer took from the personal account.
     *
     * @param given by hand or from the deposit; may be less than is owed, and nothing where the account paid all
     * @throws CashierFault when nothing is due, or more is given than is due
     */
    public Parts pay(Parts given) {
        if (share.isEmpty()) {
            throw new CashierFault(Why.NOT_SETTLED, "");
        }
        refuseHuge(given);
        Parts all = given.plus(Parts.of(PayMethod.ACCOUNT, accountDue()));
        refuseWrong(all, given.of(PayMethod.ACCOUNT).isZero());
        refuseMore(given.sum(), payable());
        refuseMore(given.of(PayMethod.DEPOSIT), depositLeft());
        return all;
    }

    /**
     * The amounts of a receipt that gives deposit back, negative.
     *
     * @throws CashierFault while the deposit is kept, or when it holds less
     */
    public Parts refund(Parts given) {
        refuseHuge(given);
        refuseWrong(given, given.allCounted());
        if (!isReleased()) {
            throw new CashierFault(Why.DEPOSIT_HELD, owed().toString());
        }
        refuseMore(given.sum(), depositLeft());
        return given.negated();
    }

    /**
     * The amounts of the receipt that voids one.
     *
     * @throws CashierFault when it is void already, or when its deposit was used in the meantime
     */
    public Parts reverse(Receipt receipt) {
        if (!isVoidable(receipt)) {
            throw new CashierFault(Why.VOID, receipt.number().toString());
        }
        if (receipt.kind() == ReceiptKind.DEPOSIT) {
            refuseMore(receipt.amount(), depositLeft());
        }
        return receipt.parts().negated();
    }

    private static void refuseHuge(Parts given) {
        if (!given.isWithinReason()) {
            throw new CashierFault(Why.AMOUNT, "an amount is larger than any till's");
        }
    }

    private static void refuseWrong(Parts parts, boolean rightMethods) {
        if (parts.isEmpty() || parts.anyNegative() || !rightMethods) {
            throw new CashierFault(Why.AMOUNT, parts.sum().toString());
        }
    }

    private static void refuseMore(Money given, Money most) {
        if (given.compareTo(most) > 0) {
            throw new CashierFault(Why.TOO_MUCH, given + " > " + most);
        }
    }
}
