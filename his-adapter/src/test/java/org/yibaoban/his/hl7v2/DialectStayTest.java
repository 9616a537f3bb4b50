package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yibaoban.his.dialect.DialectReader;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.money.Money;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.Supply;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** A stay of each sender whose dialect is not the standard one, from its admission to its discharge. */
class DialectStayTest {

    private static final Dialects DIALECTS = DialectReader.read(RepositoryConfig.folder());

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK, DIALECTS, notHere -> {});

    static List<DialectStay> stays() {
        return DialectStay.all().toList();
    }

    @ParameterizedTest
    @MethodSource("stays")
    void each_sender_admits_charges_refunds_and_discharges(DialectStay stay) throws IOException {
        send(stay);

        HisCommand.Admit admitted = (HisCommand.Admit) inbox.applied.get(0);
        assertThat(admitted.visit()).isEqualTo(new VisitNumber(stay.visit()));
        assertThat(admitted.type()).isEqualTo(VisitType.INPATIENT);
        assertThat(admitted.at()).isEqualTo(LocalDateTime.of(2026, 11, 20, 8, 30));
        PatientDetails patient = admitted.patient();
        assertThat(patient.number().value()).isEqualTo(stay.patient());
        assertThat(patient.birthDate()).contains(LocalDate.of(1977, 1, 1));
        assertThat(patient.identityNumber().orElseThrow()).startsWith("99000019770101");
        assertThat(net()).isEqualTo(Money.of("332.00"));
        assertThat(inbox.ledger.values())
                .filteredOn(posting -> posting.kind() == ChargePosting.Kind.CREDIT)
                .hasSize(1)
                .first()
                .extracting(ChargePosting::itemCode, ChargePosting::itemName)
                .containsExactly("NUR000", "Ⅰ级护理");
        HisCommand.Discharge discharged = (HisCommand.Discharge) inbox.applied.get(3);
        assertThat(discharged.at()).isEqualTo(LocalDateTime.of(2026, 11, 22, 10, 0));
    }

    @Test
    void winning_tells_ward_department_doctor_and_diagnosis_in_its_own_places() throws IOException {
        send(stays().get(0));

        HisCommand.Admit admitted = (HisCommand.Admit) inbox.applied.get(0);
        assertThat(admitted.location()).isEqualTo(new Location("627", "201", "12"));
        assertThat(admitted.doctor()).contains("D031");
        assertThat(admitted.diagnoses().get(0).code()).isEqualTo("K35.900");
        assertThat(admitted.diagnoses().get(0).name()).isEqualTo("急性阑尾炎");
        assertThat(admitted.patient().name()).isEqualTo("龚䶮");
    }

    @Test
    void a_refund_under_its_charges_id_takes_that_charge_back() throws IOException {
        send(stays().get(2));

        assertThat(inbox.ledger.get("PO-T1/R").reverses()).contains("PO-T1");
    }

    @Test
    void orders_that_count_bring_their_charges_and_the_dft_repeats_them() throws IOException {
        send(stays().get(3));

        HisCommand.PlaceOrders placed = (HisCommand.PlaceOrders) inbox.applied.get(1);
        assertThat(placed.orders()).extracting(order -> order.placer()).containsExactly("PM-O1", "PM-O2");
        assertThat(placed.postings())
                .extracting(ChargePosting::orderNumber)
                .containsExactly(Optional.of("PM-O1"), Optional.of("PM-O2"));
        assertThat(inbox.ledger).containsOnlyKeys("PM-T1", "PM-T2", "PM-T3");
    }

    @Test
    void what_a_drug_is_given_out_for_is_read_where_the_dialect_says() throws IOException {
        DialectStay stay = stays().get(3);
        intake.receive(stay.messages().get(0));
        String charges = new String(stay.messages().get(1), stay.charset());

        intake.receive(charges.replace("|2|92.00|46.00", "|2|92.00|46.00" + "|".repeat(39) + "14|1|是")
                .getBytes(stay.charset()));

        assertThat(inbox.ledger.get("PM-T2").supply())
                .isEqualTo(new Supply(Optional.of(new BigDecimal("14")), true, true));
        assertThat(inbox.ledger.get("PM-T1").supply()).isEqualTo(Supply.NONE);
        Ack refused = Ack.of(intake.receive(charges.replace("|PM-2|", "|PM-2B|")
                .replace("|2|92.00|46.00", "|2|92.00|46.00" + "|".repeat(39) + "14.125")
                .getBytes(stay.charset())));
        assertThat(refused.where()).isEqualTo("FT1^2^51^1");
    }

    @Test
    void a_code_that_is_not_in_the_senders_table_is_refused_though_the_standard_has_it() throws IOException {
        DialectStay stay = stays().get(3);
        intake.receive(stay.messages().get(0));
        String charge = new String(stay.messages().get(2), stay.charset()).replace("||-1|", "||CD|");

        Ack ack = Ack.of(intake.receive(charge.getBytes(stay.charset())));

        assertThat(ack.errorCode()).isEqualTo("103");
        assertThat(ack.where()).isEqualTo("FT1^2^6^1");
    }

    private void send(DialectStay stay) throws IOException {
        for (byte[] message : stay.messages()) {
            intake.receive(message);
            assertThat(inbox.last().verdict).as(inbox.last().reason).isEqualTo("APPLIED");
        }
    }

    private Money net() {
        return inbox.ledger.values().stream()
                .map(p -> p.kind() == ChargePosting.Kind.CHARGE
                        ? p.amount()
                        : p.amount().negated())
                .reduce(Money.ZERO, Money::plus);
    }
}
