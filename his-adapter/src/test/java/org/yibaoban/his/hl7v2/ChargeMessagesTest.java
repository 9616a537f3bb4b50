package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.ft1;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.ChargePosting.Kind;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Supply;

class ChargeMessagesTest {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @BeforeEach
    void open_the_visit_with_one_charge() {
        intake.receive(bytes(admit("M0", "V1")));
        intake.receive(bytes(charges("M1", "V1", ft1(1, "T1", "CG", "2", "25.00&CNY", "12.5&CNY", ""))));
    }

    @Test
    void a_charge_carries_every_fact_the_ledger_needs() {
        assertThat(inbox.ledger)
                .containsEntry(
                        "T1",
                        new ChargePosting(
                                "T1",
                                Kind.CHARGE,
                                "XY0001",
                                "阿司匹林肠溶片",
                                new BigDecimal("2"),
                                Optional.of(new BigDecimal("12.5")),
                                Money.of("25.00"),
                                LocalDateTime.of(2026, 11, 22, 9, 0),
                                "NEURO",
                                Optional.of("D009"),
                                Optional.of("ORD1"),
                                Optional.empty(),
                                false,
                                Supply.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "CD, 1, 12.5, 12.5, T1, CREDIT, T1",
        "CD, -1, -12.5, 12.5, T1, CREDIT, T1",
        "CD, 1, 12.5, '', '', CREDIT, ''",
        "CG, -1, -12.5, 12.5, T1, CREDIT, T1",
        "CG, 1, -12.5, 12.5, '', CREDIT, ''",
        "CG, -1, '', 12.5, T1, CREDIT, T1",
        "AJ, -1, -12.5, 12.5, T1, CREDIT, T1",
        "AJ, 1, 12.5, 12.5, '', CHARGE, ''",
        "-1, 1, 12.5, 12.5, '', CREDIT, ''",
        "1, 1, 12.5, 12.5, '', CHARGE, ''",
        "1, -1, 12.5, 12.5, T1, CREDIT, T1",
        "CG, 1, 12.5, 12.5, T1, CHARGE, ''"
    })
    void every_form_of_a_reversal_is_told_from_a_charge(
            String type, String quantity, String amount, String price, String names, Kind kind, String reverses) {
        Ack ack =
                Ack.of(intake.receive(bytes(charges("M2", "V1", ft1(1, "T2", type, quantity, amount, price, names)))));

        assertThat(ack.code()).isEqualTo("AA");
        ChargePosting posting = inbox.ledger.get("T2");
        assertThat(posting.kind()).isEqualTo(kind);
        assertThat(posting.quantity()).isEqualByComparingTo("1");
        assertThat(posting.amount()).isEqualTo(Money.of("12.50"));
        assertThat(posting.reverses().orElse("")).isEqualTo(reverses);
    }

    @ParameterizedTest
    @CsvSource({
        "XX, 1, 12.5, 12.5, '', 103, 6^1",
        "'', 1, 12.5, 12.5, '', 101, 6^1",
        "PY, 1, 12.5, 12.5, '', 103, 6^1",
        "CO, 1, 12.5, 12.5, '', 103, 6^1",
        "AJ, 1, 12.5, 12.5, T1, 103, 6^1",
        "CG, '', 12.5, 12.5, '', 101, 10^1",
        "CG, eins, 12.5, 12.5, '', 102, 10^1",
        "CG, 0, 0, 12.5, '', 102, 10^1",
        "CG, 0.00001, 12.5, '', '', 102, 10^1",
        "CG, 1, '', '', '', 101, 11^1",
        "CG, 1, 12.505, '', '', 102, 11^1",
        "CG, 3, '', 0.333, '', 102, 11^1",
        "CG, 2, 12.5, 12.5, '', 102, 11^1",
        "CG, 1, '12,50', 12.5, '', 102, 11^1",
        "CG, 1, 1e3, '', '', 102, 11^1",
        "CG, 1, 12.5&USD, 12.5, '', 103, 11^1^1",
        "CG, 1, 12.5^USD, 12.5, '', 103, 11^1^1",
        "CG, 1, 12.5, 12.5&USD, '', 103, 12^1^1",
        "CG, 1, 12.5, -12.5, '', 102, 12^1",
        "CG, 1, 12.5, 12.5000001, '', 102, 12^1",
        "CG, 1, 1000000000, '', '', 102, 11^1",
        "CG, 999999, '', 999999, '', 104, 11^1"
    })
    void a_wrong_figure_refuses_the_whole_message_and_names_the_field(
            String type, String quantity, String amount, String price, String names, String code, String where) {
        String good = ft1(1, "T2", "CG", "1", "1", "1", "");
        String bad = ft1(7, "T3", type, quantity, amount, price, names);

        Ack ack = Ack.of(intake.receive(bytes(charges("M2", "V1", good, bad))));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo(code);
        assertThat(ack.field("ERR", 2)).isEqualTo("FT1^2^" + where);
        assertThat(ack.field("ERR", 8)).contains("FT1 no. 2, set id 7");
        assertThat(inbox.ledger).containsOnlyKeys("T1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1.00, 0.333",
        "3, 0.99, 0.333",
        "0.5, 6.25, 12.5",
        "1.0000, 12.50, 12.500000",
        "2, 25.00&RMB, 12.5",
        "2, 25^TP, 12.5"
    })
    void the_amount_may_differ_from_quantity_times_price_by_rounding_only(
            String quantity, String amount, String price) {
        Ack ack = Ack.of(intake.receive(bytes(charges("M2", "V1", ft1(1, "T2", "CG", quantity, amount, price, "")))));

        assertThat(ack.code()).isEqualTo("AA");
    }

    @Test
    void quantity_and_amount_stand_the_other_way_round_in_version_2_1() {
        String sent = charges("M2", "V1", ft1(1, "T2", "CG", "25.00", "2", "12.5", ""))
                .replace("|2.5.1|", "|2.1|");

        intake.receive(bytes(sent));

        assertThat(inbox.ledger.get("T2").quantity()).isEqualByComparingTo("2");
        assertThat(inbox.ledger.get("T2").amount()).isEqualTo(Money.of("25.00"));
    }

    @Test
    void a_posting_without_an_id_is_identified_by_sender_message_and_set_id() {
        intake.receive(bytes(charges("M2", "V1", ft1(4, "", "CG", "1", "1", "1", ""))));

        assertThat(inbox.ledger).containsKey("HIS|YB01/M2/4");
    }

    @Test
    void an_update_may_set_a_charge_to_nothing_and_a_new_charge_may_not() {
        String nothing = charges("M2", "V1", ft1(1, "T1", "CG", "0", "0", "12.5", ""));

        intake.receive(bytes(nothing.replace("DFT^P03^DFT_P03", "DFT^P11^DFT_P11")));
        Ack refused = Ack.of(intake.receive(bytes(nothing.replace("|M2|", "|M3|"))));

        ChargePosting update =
                ((HisCommand.PostCharges) inbox.applied.get(2)).postings().get(0);
        assertThat(update.replaces()).isTrue();
        assertThat(update.amount()).isEqualTo(Money.ZERO);
        assertThat(update.kind()).isEqualTo(Kind.CHARGE);
        assertThat(refused.errorCode()).isEqualTo("102");
    }

    @Test
    void one_id_twice_in_a_message_is_refused() {
        String one = ft1(1, "T2", "CG", "1", "1", "1", "");

        Ack ack = Ack.of(intake.receive(bytes(charges("M2", "V1", one, one))));

        assertThat(ack.errorCode()).isEqualTo("205");
        assertThat(ack.field("ERR", 2)).isEqualTo("FT1^2^2^1");
    }

    @Test
    void the_department_falls_back_on_the_visits_and_the_name_on_the_description() {
        String sent = charges("M2", "V1", ft1(1, "T2", "CG", "1", "1", "1", ""))
                .replace("XY0001^阿司匹林肠溶片||", "XY0001|描述|")
                .replace("|1|1|1|NEURO|", "|1|1|1||");

        intake.receive(bytes(sent));

        assertThat(inbox.ledger.get("T2").orderingDepartment()).isEqualTo("NEURO");
        assertThat(inbox.ledger.get("T2").itemName()).isEqualTo("描述");
    }

    @Test
    void a_message_without_charges_is_refused() {
        Ack ack = Ack.of(intake.receive(bytes(charges("M2", "V1"))));

        assertThat(ack.errorCode()).isEqualTo("100");
        assertThat(ack.field("ERR", 2)).isEqualTo("FT1^1");
    }

    @ParameterizedTest
    @CsvSource({
        "XY0001, 61, 7^1^1",
        "阿司匹林肠溶片, 401, 7^1^2",
        "|NEURO||, 41, 13^1^1",
        "D009, 41, 21^1^1",
        "ORD1, 61, 23^1^1"
    })
    void a_text_that_the_ledger_cannot_hold_is_refused_and_never_cut(String good, int length, String where) {
        String bad = good.replace(good.replace("|", ""), "x".repeat(length));
        String sent = charges("M2", "V1", ft1(1, "T2", "CG", "1", "1", "1", "").replace(good, bad));

        Ack ack = Ack.of(intake.receive(bytes(sent)));

        assertThat(ack.errorCode()).isEqualTo("104");
        assertThat(ack.field("ERR", 2)).isEqualTo("FT1^1^" + where);
    }
}
