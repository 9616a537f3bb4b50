package org.yibaoban.cashier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.cashier.CashierFault.Why;
import org.yibaoban.cashier.StayAccount.Share;
import org.yibaoban.cashier.StayAccount.Situation;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.money.Money;

class StayAccountTest {

    private final Till till = new Till();

    @Test
    void the_share_is_taken_from_account_deposit_and_cash_and_the_rest_of_the_deposit_goes_back() {
        till.deposit(Parts.of(PayMethod.CASH, Money.of("500.00")));
        till.settle("900.00", "300.00");

        till.pay(new Parts(Map.of(PayMethod.DEPOSIT, Money.of("450.00"), PayMethod.MOBILE, Money.of("150.00"))));

        assertThat(till.last().parts().of(PayMethod.ACCOUNT)).isEqualTo(Money.of("300.00"));
        assertThat(till.last().amount()).isEqualTo(Money.of("900.00"));
        assertThat(till.account().owed()).isEqualTo(Money.ZERO);
        till.refund(Parts.of(PayMethod.CASH, Money.of("50.00")));
        assertThat(till.account().depositLeft()).isEqualTo(Money.ZERO);
    }

    @Test
    void a_share_that_the_account_paid_needs_no_money() {
        till.settle("120.00", "120.00");
        till.pay(Parts.NONE);
        assertThat(till.account().owed()).isEqualTo(Money.ZERO);
        fails(Why.AMOUNT, () -> till.pay(Parts.NONE));
    }

    @Test
    void nothing_is_taken_before_the_settlement_or_beyond_the_share() {
        fails(Why.NOT_SETTLED, () -> till.pay(Parts.of(PayMethod.CASH, Money.of("1.00"))));
        till.settle("100.00", "0.00");
        fails(Why.TOO_MUCH, () -> till.pay(Parts.of(PayMethod.CASH, Money.of("100.01"))));
        fails(Why.TOO_MUCH, () -> till.pay(Parts.of(PayMethod.DEPOSIT, Money.of("0.01"))));
        fails(Why.AMOUNT, () -> till.pay(Parts.of(PayMethod.ACCOUNT, Money.of("1.00"))));
        fails(Why.AMOUNT, () -> till.pay(Parts.of(PayMethod.CASH, Money.of("-1.00"))));
        fails(Why.NO_DEPOSIT, () -> till.deposit(Parts.of(PayMethod.CASH, Money.of("1.00"))));
    }

    @Test
    void an_amount_larger_than_any_tills_is_a_slip_and_is_not_added_up() {
        Money most = Money.of("92233720368547758.07");
        Parts two = new Parts(Map.of(PayMethod.CASH, most, PayMethod.MOBILE, most));
        fails(Why.AMOUNT, () -> till.deposit(Parts.of(PayMethod.CASH, Money.of("100000000.01"))));
        fails(Why.AMOUNT, () -> till.deposit(two));
        till.settle("100.00", "30.00");
        fails(Why.AMOUNT, () -> till.pay(two));
        fails(Why.AMOUNT, () -> till.refund(two));
    }

    @Test
    void a_deposit_is_kept_until_the_share_is_paid() {
        till.deposit(Parts.of(PayMethod.CASH, Money.of("200.00")));
        fails(Why.DEPOSIT_HELD, () -> till.refund(Parts.of(PayMethod.CASH, Money.of("1.00"))));
        till.settle("100.00", "0.00");
        fails(Why.DEPOSIT_HELD, () -> till.refund(Parts.of(PayMethod.CASH, Money.of("1.00"))));
        till.pay(Parts.of(PayMethod.BANK_CARD, Money.of("100.00")));
        fails(Why.TOO_MUCH, () -> till.refund(Parts.of(PayMethod.CASH, Money.of("200.01"))));
        till.refund(Parts.of(PayMethod.CASH, Money.of("200.00")));
    }

    @Test
    void the_money_of_a_reversed_settlement_is_to_be_returned_and_pays_no_other() {
        till.deposit(Parts.of(PayMethod.CASH, Money.of("50.00")));
        till.settle("100.00", "30.00");
        till.pay(new Parts(Map.of(PayMethod.CASH, Money.of("20.00"), PayMethod.DEPOSIT, Money.of("50.00"))));
        Receipt first = till.last();
        till.reverseClaim();
        assertThat(till.account().toReturn()).containsExactly(first);

        till.settle("80.00", "0.00");
        assertThat(till.account().owed()).isEqualTo(Money.of("80.00"));
        till.voidReceipt(first);

        assertThat(till.account().toReturn()).isEmpty();
        assertThat(till.account().depositLeft()).isEqualTo(Money.of("50.00"));
        assertThat(till.account().owed()).isEqualTo(Money.of("80.00"));
        fails(Why.VOID, () -> till.voidReceipt(first));
        fails(Why.VOID, () -> till.voidReceipt(till.last()));
    }

    @Test
    void a_deposit_that_was_used_is_not_voided() {
        till.deposit(Parts.of(PayMethod.CASH, Money.of("50.00")));
        Receipt deposit = till.last();
        till.settle("50.00", "0.00");
        till.pay(Parts.of(PayMethod.DEPOSIT, Money.of("10.00")));
        fails(Why.TOO_MUCH, () -> till.voidReceipt(deposit));
    }

    @ParameterizedTest
    @CsvSource({"true, false, true", "true, true, false", "false, false, false"})
    void a_deposit_is_asked_of_inpatients_who_are_not_exempt(boolean inpatient, boolean exempt, boolean asked) {
        till.situation(new Situation(inpatient, false, exempt));
        assertThat(till.account().takesDeposit()).isEqualTo(asked);
        if (exempt) {
            fails(Why.EXEMPT, () -> till.deposit(Parts.of(PayMethod.CASH, Money.of("1.00"))));
        }
    }

    @Test
    void the_poor_on_file_are_exempt() {
        assertThat(StayAccount.isExempt(new Member(MemberCategory.RESIDENT, true, Money.ZERO, Standing.ACTIVE)))
                .isTrue();
        assertThat(StayAccount.isExempt(Member.active(MemberCategory.RETIRED, Money.ZERO)))
                .isFalse();
    }

    @Test
    void who_is_found_exempt_or_never_came_gets_the_deposit_back() {
        for (Situation situation : List.of(new Situation(true, false, true), new Situation(true, true, false))) {
            Till other = new Till();
            other.deposit(Parts.of(PayMethod.CASH, Money.of("50.00")));
            other.situation(situation);
            other.refund(Parts.of(PayMethod.CASH, Money.of("50.00")));
            assertThat(other.account().depositLeft()).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void numbers_are_read_as_they_are_written() {
        ReceiptNumber number = new ReceiptNumber(ReceiptKind.PAYMENT, 12);
        assertThat(number).hasToString("SK-00000012");
        assertThat(ReceiptNumber.read(" SK-00000012 ")).contains(number);
        for (String wrong : new String[] {null, "", "SK-12", "XX-00000012", "SK-00000000", "SK-00000012'"}) {
            assertThat(ReceiptNumber.read(wrong)).isEmpty();
        }
    }

    private static void fails(Why why, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        CashierFault.class, fault -> assertThat(fault.why()).isEqualTo(why));
    }

    @Test
    void of_a_stay_that_is_settled_in_parts_the_oldest_open_share_is_next() {
        till.settle("100.00", "0.00");
        till.pay(Parts.of(PayMethod.CASH, Money.of("100.00")));
        Share first = new Share("claim-1", Money.of("100.00"), Money.ZERO);
        Share second = new Share("claim-2", Money.of("40.00"), Money.ZERO);

        assertThat(StayAccount.next(till.receipts(), List.of(first, second))).contains(second);
        assertThat(StayAccount.next(List.of(), List.of(first, second))).contains(first);
        assertThat(StayAccount.next(till.receipts(), List.of(first))).contains(first);
    }

    @Test
    void while_the_stay_goes_on_a_deposit_is_taken_and_kept_and_a_paid_part_is_not_returned() {
        till.deposit(Parts.of(PayMethod.CASH, Money.of("500.00")));
        till.settle("100.00", "0.00");
        till.pay(Parts.of(PayMethod.DEPOSIT, Money.of("100.00")));
        Share second = new Share("claim-2", Money.ZERO, Money.ZERO);
        StayAccount account = new StayAccount(
                till.receipts(),
                new Situation(true, false, false, true),
                Set.of("claim-1", "claim-2"),
                Optional.of(second));

        assertThat(account.takesDeposit()).isTrue();
        assertThat(account.isReleased()).isFalse();
        assertThat(account.toReturn()).isEmpty();
        assertThat(account.depositLeft()).isEqualTo(Money.of("400.00"));
    }
}
