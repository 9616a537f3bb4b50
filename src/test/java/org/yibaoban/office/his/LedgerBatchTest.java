package org.yibaoban.office.his;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.office.his.MemoryLedger.minute;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;

/** Charges, credits and updates one after the other. */
class LedgerBatchTest {

    private final MemoryLedger ledger = new MemoryLedger();

    @Test
    void an_update_takes_back_what_was_charged_and_charges_what_is_right() {
        receive(1, charge("T1", 2));
        receive(2, update("T1", 5));
        receive(3, update("T1", 3));

        assertThat(ledger())
                .containsExactly("T1 20.00", "T1/u1- -20.00", "T1/u1 50.00", "T1/u3- -50.00", "T1/u3 30.00");
        assertThat(ledger.net()).isEqualTo(Money.of("30.00"));
    }

    @Test
    void an_update_to_nothing_takes_the_charge_back_once() {
        receive(1, charge("T1", 2));
        receive(2, update("T1", 0));
        receive(2, update("T1", 0));

        assertThat(ledger()).containsExactly("T1 20.00", "T1/u1- -20.00");
    }

    @Test
    void an_update_of_an_unknown_charge_is_that_charge_and_to_nothing_waits_for_it() {
        receive(2, update("T1", 2));
        receive(3, update("T2", 0));
        assertThat(ledger()).containsExactly("T1 20.00");
        assertThat(ledger.waiting).hasSize(1);

        receive(1, charge("T2", 4));

        assertThat(ledger.net()).isEqualTo(Money.of("20.00"));
        assertThat(ledger.waiting).isEmpty();
    }

    @Test
    void a_late_older_update_and_a_repeated_charge_change_nothing() {
        receive(1, charge("T1", 2));
        receive(5, update("T1", 5));
        receive(3, update("T1", 4));
        receive(6, charge("T1", 2));
        receive(6, update("T1", 5));

        assertThat(ledger.net()).isEqualTo(Money.of("50.00"));
        assertThat(ledger()).hasSize(3);
    }

    @Test
    void a_charge_that_comes_after_its_own_update_changes_nothing() {
        receive(2, update("T1", 5));
        receive(1, charge("T1", 2));

        assertThat(ledger()).containsExactly("T1 50.00");
    }

    @Test
    void a_credit_of_an_updated_charge_takes_back_what_it_is_now() {
        receive(1, charge("T1", 2));
        receive(2, update("T1", 5));
        receive(3, credit("C1", 4, "T1"));

        assertThat(ledger.net()).isEqualTo(Money.of("10.00"));
        assertThatThrownBy(() -> receive(4, credit("C2", 2, "T1")))
                .isInstanceOf(OfficeRefused.class)
                .extracting(e -> ((OfficeRefused) e).reason())
                .isEqualTo(ReasonCode.REVERSAL_EXCEEDS);
    }

    @Test
    void an_update_after_a_part_was_taken_back_contradicts_it() {
        receive(1, charge("T1", 5));
        receive(2, credit("C1", 1, "T1"));

        assertThatThrownBy(() -> receive(3, update("T1", 2)))
                .isInstanceOf(OfficeRefused.class)
                .extracting(e -> ((OfficeRefused) e).reason())
                .isEqualTo(ReasonCode.CHARGE_CHANGED);
    }

    @Test
    void a_credit_that_names_no_charge_takes_the_one_of_which_exactly_that_much_is_left() {
        receive(1, charge("T1", 2), charge("T2", 3));
        receive(2, credit("C1", 2, ""));
        receive(3, credit("C2", 3, ""));

        assertThat(ledger.net()).isEqualTo(Money.ZERO);
        assertThat(ledger.left()).containsOnly(Money.ZERO);
    }

    @Test
    void a_credit_that_names_no_charge_waits_until_one_covers_it() {
        receive(1, charge("T1", 2));
        receive(2, credit("C1", 3, ""));
        assertThat(ledger.net()).isEqualTo(Money.of("20.00"));

        receive(3, charge("T2", 3));

        assertThat(ledger.net()).isEqualTo(Money.of("20.00"));
        assertThat(ledger.waiting).isEmpty();
    }

    private void receive(int minute, ChargePosting... postings) {
        ledger.receive(message(minute, postings));
    }

    private List<String> ledger() {
        return ledger.lines.stream()
                .map((ChargeLineRow line) -> line.transactionId() + " " + line.amount())
                .toList();
    }

    static HisCommand.PostCharges message(int minute, ChargePosting... postings) {
        return new HisCommand.PostCharges(
                new VisitNumber("V1"), new PatientNumber("P1"), List.of(postings), minute(minute));
    }

    static ChargePosting charge(String id, int quantity) {
        return posting(id, Kind.CHARGE, quantity, "", false);
    }

    static ChargePosting update(String id, int quantity) {
        return posting(id, Kind.CHARGE, quantity, "", true);
    }

    static ChargePosting credit(String id, int quantity, String reverses) {
        return posting(id, Kind.CREDIT, quantity, reverses, false);
    }

    private static ChargePosting posting(String id, Kind kind, int quantity, String reverses, boolean replaces) {
        return posting(id, kind, "NUR000", quantity, reverses, replaces);
    }

    /** At ten yuan each. */
    static ChargePosting posting(String id, Kind kind, String item, int quantity, String reverses, boolean replaces) {
        return new ChargePosting(
                id,
                kind,
                item,
                item,
                new BigDecimal(quantity),
                Optional.of(BigDecimal.TEN),
                new Money(BigDecimal.TEN.multiply(new BigDecimal(quantity))),
                minute(0),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(reverses).filter(id2 -> !id2.isEmpty()),
                replaces,
                Supply.NONE);
    }
}
