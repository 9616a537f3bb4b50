package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.ft1;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.OrderEvent;
import org.yibaoban.office.his.OrderEvent.Action;

class OrderMessagesTest {

    private static final String ORC = "ORC|NW|O1|F1|G1|SC||||20261122100000|||D021^柯医生|||||0401";

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @BeforeEach
    void open_the_visit() {
        intake.receive(bytes(admit("M0", "V1")));
    }

    @Test
    void a_drug_order_carries_what_is_dispensed_and_never_the_dose() {
        send(orders("RDE^O11", ORC, "RXO|DRUG1^药一|500||mg|||||||30|粒", "RXE||DRUG1^药一|250|500|mg|CAP||||14|粒"));

        assertThat(placed().orders())
                .containsExactly(new OrderEvent(
                        Action.NEW,
                        "O1",
                        "F1",
                        "G1",
                        "DRUG1",
                        "药一",
                        Optional.of(new BigDecimal("14")),
                        "粒",
                        "0401",
                        "D021",
                        LocalDateTime.of(2026, 11, 22, 10, 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "RXO|DRUG1^药一|500||mg, ''",
        "RXO|DRUG1^药一|500||mg|||||||30|粒, 30",
        "RXD|1|DRUG1^药一|20261122|7|粒, 7",
        "OBR|1|||CT1^头颅CT, ''"
    })
    void other_kinds_of_orders_tell_theirs_where_they_have_it(String segment, String quantity) {
        send(orders("ORM^O01", ORC, segment));

        assertThat(placed().orders()
                        .get(0)
                        .quantity()
                        .map(BigDecimal::toPlainString)
                        .orElse(""))
                .isEqualTo(quantity);
        assertThat(placed().orders().get(0).itemName()).isNotEmpty();
    }

    @Test
    void what_is_dispensed_in_parts_is_their_sum() {
        send(orders(
                "RDS^O13",
                ORC,
                "RXD|1|DRUG1^药一|20261122|7|粒",
                "RXD|2|DRUG1^药一|20261123|7.5|粒",
                "RXD|3|DRUG1^药一|20261124||粒"));

        assertThat(placed().orders()).hasSize(1);
        assertThat(placed().orders().get(0).quantity()).contains(new BigDecimal("14.5"));
    }

    @ParameterizedTest
    @CsvSource({
        "NW, NEW", "CA, CANCEL", "OC, CANCEL", "CR, CANCEL", "DC, DISCONTINUE", "OD, DISCONTINUE", "DR, DISCONTINUE",
        "HD, HOLD", "OH, HOLD", "HR, HOLD", "RL, RELEASE", "OE, RELEASE", "OR, RELEASE", "XO, CHANGE",
        "RP, REPLACED", "RQ, REPLACED", "RO, REPLACEMENT", "RF, REFILL", "OK, ACCEPTED", "UA, UNABLE", "SC, NOTE",
        "SN, NUMBER", "PA, NOTE", "CH, NEW", "RE, NOTE"
    })
    void every_control_code_of_table_0119_is_known(String code, Action action) {
        send(orders("ORM^O01", ORC.replace("|NW|", "|" + code + "|")));

        assertThat(placed().orders().get(0).action()).isEqualTo(action);
    }

    @Test
    void a_miscellaneous_charge_belongs_to_no_order() {
        send(orders("ORM^O01", "ORC|MC", ft1(1, "T1", "CG", "1", "12.5", "12.5", "")));

        assertThat(placed().orders()).isEmpty();
    }

    @Test
    void charges_that_ride_along_are_seen_and_left_to_the_DFT() {
        // what is not counted is not read: a foreign currency in it is no fault of the order
        send(orders("ORM^O01", ORC, ft1(1, "T1", "CG", "1", "12.5&USD", "12.5", "")));

        assertThat(placed().postings()).isEmpty();
        assertThat(placed().ignoredCharges()).isEqualTo(1);
        assertThat(inbox.ledger).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ORM^O01, ORR^O02^ORR_O02",
        "OMP^O09, ORP^O10^ORP_O10",
        "OMG^O19, ORG^O20^ORG_O20",
        "RDE^O11, RRE^O12^RRE_O12",
        "RDE^O25, RRE^O26^RRE_O26",
        "RDS^O13, RRD^O14^RRD_O14"
    })
    void each_kind_of_order_is_answered_with_its_own_response(String type, String response) {
        assertThat(ack(orders(type, ORC)).field("MSH", 9)).isEqualTo(response);
        assertThat(ack(orders(type, "ORC|XY|O2").replace("|M1|", "|M2|")).field("MSH", 9))
                .isEqualTo(response);
    }

    @ParameterizedTest
    @CsvSource({"ORC|ZZ|O1, 103, ORC^1^1^1", "ORC||O1, 101, ORC^1^1^1", "ORC|NW, 101, ORC^1^2^1", "PV2|, 100, ORC^1"})
    void a_wrong_order_is_refused_and_named(String segment, String code, String where) {
        Ack ack = ack(orders("ORM^O01", segment));

        assertThat(ack.errorCode()).isEqualTo(code);
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
    }

    @Test
    void several_orders_are_each_read_within_their_own_segments() {
        send(orders("OMP^O09", ORC, "RXO|DRUG1^药一||||||||||3|盒", "ORC|CA|O2", "ORC|NW|O3", "RXO|DRUG3^药三"));

        List<OrderEvent> orders = placed().orders();
        assertThat(orders).extracting(OrderEvent::placer).containsExactly("O1", "O2", "O3");
        assertThat(orders).extracting(OrderEvent::itemCode).containsExactly("DRUG1", "", "DRUG3");
        assertThat(orders).extracting(OrderEvent::filler).containsExactly("F1", "", "");
    }

    private HisCommand.PlaceOrders placed() {
        return (HisCommand.PlaceOrders) inbox.applied.get(1);
    }

    private static String orders(String type, String... segments) {
        return message(header(type, "M1"), pid("张^三"), pv1("V1"), message(segments));
    }

    private void send(String text) {
        assertThat(ack(text).code()).as(text).isEqualTo("AA");
    }

    private Ack ack(String text) {
        return Ack.of(intake.receive(bytes(text)));
    }
}
