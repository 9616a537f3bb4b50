package org.yibaoban.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.yibaoban.money.Money;

/** Whatever a cashier does in whatever order: no fen is lost or doubled. */
class CashierLawsTest {

    @Property(tries = 2000, shrinking = ShrinkingMode.OFF)
    void noOrderOfDeedsLosesOrDoublesAFen(@ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int deeds) {
        Random random = new Random(seed);
        Till till = new Till();
        for (int i = 0; i < deeds; i++) {
            int before = till.receipts().size();
            try {
                act(till, random);
            } catch (CashierFault refused) {
                assertThat(till.receipts()).hasSize(before);
            }
            holds(till);
        }
        finish(till);
        holds(till);
        StayAccount account = till.account();
        account.share().ifPresent(share -> {
            assertThat(account.taken().sum()).isEqualTo(share.personal());
            assertThat(account.taken().of(PayMethod.ACCOUNT)).isEqualTo(share.account());
        });
        assertThat(account.toReturn()).isEmpty();
        assertThat(account.depositLeft()).isEqualTo(Money.ZERO);
    }

    /** What is in the cashiers' hands is what was taken of shares by hand and what is left of deposits. */
    private static void holds(Till till) {
        StayAccount account = till.account();
        Money hands = Money.ZERO;
        Money shares = Money.ZERO;
        Money fromAccount = Money.ZERO;
        for (Receipt receipt : till.receipts()) {
            for (PayMethod method : PayMethod.COUNTED) {
                hands = hands.plus(receipt.parts().of(method));
            }
            if (receipt.kind() == ReceiptKind.PAYMENT) {
                shares = shares.plus(receipt.amount());
                fromAccount = fromAccount.plus(receipt.parts().of(PayMethod.ACCOUNT));
            }
        }
        assertThat(hands.plus(fromAccount)).isEqualTo(shares.plus(account.depositLeft()));
        Money back = Money.sum(account.toReturn().stream().map(Receipt::amount).toList());
        assertThat(shares).isEqualTo(account.taken().sum().plus(back));
        assertThat(account.depositLeft().isNegative()).isFalse();
        assertThat(account.owed().isNegative()).isFalse();
        assertThat(account.payable().isNegative()).isFalse();
        assertThat(hands.isNegative()).isFalse();
    }

    private static void act(Till till, Random random) {
        switch (random.nextInt(7)) {
            case 0, 1 -> till.deposit(hands(random));
            case 2 -> {
                if (till.account().share().isEmpty()) {
                    int personal = random.nextInt(200);
                    till.settle(yuan(personal), yuan(random.nextInt(personal + 1)));
                }
            }
            case 3, 4 -> till.pay(hands(random).plus(Parts.of(PayMethod.DEPOSIT, money(random.nextInt(80)))));
            case 5 -> till.refund(hands(random));
            default -> {
                if (random.nextInt(3) == 0) {
                    till.reverseClaim();
                } else if (!till.receipts().isEmpty()) {
                    till.voidReceipt(
                            till.receipts().get(random.nextInt(till.receipts().size())));
                }
            }
        }
    }

    /** Everything is paid and given back that is due. */
    private static void finish(Till till) {
        for (Receipt back : till.account().toReturn()) {
            till.voidReceipt(back);
        }
        if (till.account().share().isEmpty()) {
            till.settle("0.00", "0.00");
        }
        if (till.account().owed().isPositive()) {
            Money deposit = till.account().payable().min(till.account().depositLeft());
            till.pay(new Parts(Map.of(
                    PayMethod.DEPOSIT,
                    deposit,
                    PayMethod.CASH,
                    till.account().payable().minus(deposit))));
        }
        if (till.account().depositLeft().isPositive()) {
            till.refund(Parts.of(PayMethod.CASH, till.account().depositLeft()));
        }
    }

    private static Parts hands(Random random) {
        List<PayMethod> methods = PayMethod.COUNTED;
        return Parts.of(methods.get(random.nextInt(methods.size())), money(random.nextInt(100)))
                .plus(Parts.of(methods.get(random.nextInt(methods.size())), money(random.nextInt(5))));
    }

    private static Money money(int fen) {
        return Money.of(yuan(fen));
    }

    private static String yuan(int fen) {
        return fen / 100 + ".%02d".formatted(fen % 100);
    }
}
