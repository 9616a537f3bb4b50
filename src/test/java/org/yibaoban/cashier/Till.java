package org.yibaoban.cashier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.cashier.StayAccount.Share;
import org.yibaoban.cashier.StayAccount.Situation;
import org.yibaoban.money.Money;

/** One stay's money in memory, moved by the rules as the desk moves it. */
final class Till {

    private final List<Receipt> receipts = new ArrayList<>();
    private final Map<ReceiptKind, Long> last = new EnumMap<>(ReceiptKind.class);
    private Situation situation = new Situation(true, false, false);
    private Optional<Share> share = Optional.empty();
    private int claims;

    StayAccount account() {
        return new StayAccount(List.copyOf(receipts), situation, share.map(Share::claim), share);
    }

    List<Receipt> receipts() {
        return receipts;
    }

    Receipt last() {
        return receipts.get(receipts.size() - 1);
    }

    void situation(Situation now) {
        situation = now;
    }

    void settle(String personal, String account) {
        share = Optional.of(new Share("claim-" + ++claims, Money.of(personal), Money.of(account)));
    }

    void reverseClaim() {
        share = Optional.empty();
    }

    void deposit(Parts given) {
        add(ReceiptKind.DEPOSIT, Optional.empty(), Optional.empty(), account().deposit(given));
    }

    void pay(Parts given) {
        Parts parts = account().pay(given);
        add(ReceiptKind.PAYMENT, share.map(Share::claim), Optional.empty(), parts);
    }

    void refund(Parts given) {
        add(ReceiptKind.REFUND, Optional.empty(), Optional.empty(), account().refund(given));
    }

    void voidReceipt(Receipt receipt) {
        add(
                receipt.kind(),
                receipt.claim(),
                Optional.of(receipt.number()),
                account().reverse(receipt));
    }

    private void add(ReceiptKind kind, Optional<String> claim, Optional<ReceiptNumber> voids, Parts parts) {
        long number = last.merge(kind, 1L, Long::sum);
        receipts.add(new Receipt(
                new ReceiptNumber(kind, number),
                claim,
                voids,
                parts,
                "cashier",
                Instant.EPOCH,
                voids.isPresent() ? "x" : ""));
    }
}
