package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.IDENTITY;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.membership.Sex;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.Opening;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

class VisitMessagesTest {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @BeforeEach
    void open_the_visit() {
        intake.receive(bytes(admit("M0", "V1")));
    }

    @Test
    void an_admission_carries_every_fact_the_office_needs() {
        assertThat(inbox.applied)
                .containsExactly(new HisCommand.Admit(
                        new VisitNumber("V1"),
                        Opening.ADMITTED,
                        new PatientDetails(
                                new PatientNumber("P001"),
                                Optional.of(IDENTITY),
                                "张三",
                                Sex.MALE,
                                Optional.of(LocalDate.of(1980, 1, 1))),
                        VisitType.INPATIENT,
                        new Location("NEURO", "W03", "12"),
                        Optional.of("D007"),
                        LocalDateTime.of(2026, 11, 22, 8, 0),
                        List.of(new Diagnosis("I63.900", "脑梗死")),
                        LocalDateTime.of(2026, 11, 22, 8, 30)));
    }

    @Test
    void a_transfer_happens_at_the_events_time_not_at_the_admissions() {
        intake.receive(bytes(event("A02", "M1", "V1").replace("W03^301^12", "W05^^3")));

        assertThat(inbox.applied.get(1))
                .isEqualTo(new HisCommand.Transfer(
                        new VisitNumber("V1"),
                        new Location("NEURO", "W05", "3"),
                        Optional.of("D007"),
                        LocalDateTime.of(2026, 11, 23, 9, 30)));
    }

    @ParameterizedTest
    @CsvSource({"A21, LEAVES", "A22, RETURNS", "A52, LEAVE_CANCELLED", "A53, RETURN_CANCELLED"})
    void a_leave_of_absence_happens_at_the_events_time(String event, HisCommand.Leave.Step step) {
        intake.receive(bytes(event(event, "M1", "V1").replace("|20261123093000", "|20261123093000||||20261123070000")));

        assertThat(inbox.applied.get(1))
                .isEqualTo(new HisCommand.Leave(new VisitNumber("V1"), step, LocalDateTime.of(2026, 11, 23, 7, 0)));
    }

    @Test
    void a_discharge_takes_its_time_from_PV1_45_and_else_from_the_event() {
        intake.receive(bytes(event("A03", "M1", "V1").replace("20261122080000", "20261122080000|20261130100000")));
        intake.receive(bytes(event("A03", "M2", "V1").replace("20261122080000", "20261122080000|19000101000000")));

        assertThat(((HisCommand.Discharge) inbox.applied.get(1)).at()).isEqualTo(LocalDateTime.of(2026, 11, 30, 10, 0));
        assertThat(((HisCommand.Discharge) inbox.applied.get(2)).at()).isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 30));
    }

    @Test
    void the_group_of_a_grouper_comes_in_DRG_1() {
        intake.receive(bytes(event("A03", "M1", "V1") + "DRG|FR29^心绞痛\r"));
        intake.receive(bytes(event("A08", "M2", "V1") + "DRG|FR21\r"));
        intake.receive(bytes(event("A08", "M3", "V1")));

        assertThat(((HisCommand.Discharge) inbox.applied.get(1)).group()).contains("FR29");
        assertThat(((HisCommand.Update) inbox.applied.get(2)).group()).contains("FR21");
        assertThat(((HisCommand.Update) inbox.applied.get(3)).group()).isEmpty();
    }

    @Test
    void the_principal_diagnosis_comes_first_and_one_without_a_code_is_left_out() {
        String sent = event("A08", "M1", "V1")
                + "DG1|1||I10.x00^高血压||||||||||||2\rDG1|2|||待查\rDG1|3||I63.900^脑梗死||||||||||||1\r";

        intake.receive(bytes(sent));

        assertThat(((HisCommand.Update) inbox.applied.get(1)).diagnoses())
                .containsExactly(new Diagnosis("I63.900", "脑梗死"), new Diagnosis("I10.x00", "高血压"));
    }

    @ParameterizedTest
    @CsvSource({
        "20261122080000, 2026-11-22T08:00:00",
        "20261122080000.1234+0800, 2026-11-22T08:00:00",
        "20261122000000+0000, 2026-11-22T08:00:00",
        "2026-11-22 08:00:00, 2026-11-22T08:00:00",
        "2026-11-22T08:00, 2026-11-22T08:00:00",
        "202611220800, 2026-11-22T08:00:00",
        "20261122, 2026-11-22T00:00:00"
    })
    void times_are_read_in_the_forms_that_senders_use(String sent, LocalDateTime expected) {
        intake.receive(bytes(admit("M1", "V2").replace("20261122080000", sent)));

        assertThat(((HisCommand.Admit) inbox.applied.get(1)).at()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "P001^^^HIS^MR, P001",
        "117^^^&PATID~B88^^^&BLH~990000^^^&SFZH, 117",
        "990000^^^^NI~P7, P7",
        "X1^^^^VN~P8^^^^PI, P8",
        "P9, P9"
    })
    void the_patients_number_is_never_the_identity_number(String identifiers, String number) {
        intake.receive(bytes(
                admit("M1", "V2").replaceFirst("P001[^|]*", java.util.regex.Matcher.quoteReplacement(identifiers))));

        assertThat(((HisCommand.Admit) inbox.applied.get(1)).patient().number()).isEqualTo(new PatientNumber(number));
    }

    @Test
    void the_identity_number_is_found_where_winning_puts_it_or_in_PID_19() {
        String own = IDENTITY + "^^^MPS^NNCHN";
        intake.receive(bytes(admit("M1", "V2").replace(own, IDENTITY + "^^^&SFZH")));
        intake.receive(bytes(admit("M2", "V3").replace("~" + own, "").replace("|男", "|男|||||||||||" + IDENTITY)));

        assertThat(inbox.applied.subList(1, 3))
                .extracting(c -> ((HisCommand.Admit) c).patient().identityNumber())
                .containsOnly(Optional.of(IDENTITY));
    }

    @ParameterizedTest
    @CsvSource({"张三, 张三", "张^三, 张三", "Doe^John, Doe John", "'张^三~ZHANG^SAN', 张三", "Smith&&&&Jones^Ann, Smith Ann"})
    void names_are_joined_as_their_script_does(String sent, String name) {
        intake.receive(bytes(admit("M1", "V2").replace("张^三", sent)));

        assertThat(((HisCommand.Admit) inbox.applied.get(1)).patient().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"I,INPATIENT", "P,INPATIENT", "住院,INPATIENT", "O,OUTPATIENT", "E,OUTPATIENT", "门诊,OUTPATIENT"})
    void the_class_decides_how_the_visit_is_settled(String sent, VisitType type) {
        intake.receive(bytes(admit("M1", "V2").replace("PV1|1|I|", "PV1|1|" + sent + "|")));

        assertThat(((HisCommand.Admit) inbox.applied.get(1)).type()).isEqualTo(type);
    }

    @Test
    void A04_registers_an_outpatient_without_a_bed_and_refuses_an_inpatient() {
        String outpatient = event("A04", "M1", "V2").replace("PV1|1|I|W03^301^12", "PV1|1|O|");

        assertThat(Ack.of(intake.receive(bytes(outpatient))).code()).isEqualTo("AA");
        assertThat(Ack.of(intake.receive(bytes(event("A04", "M2", "V3")))).field("ERR", 2))
                .isEqualTo("PV1^1^2^1");
    }

    @Test
    void the_event_of_an_old_sender_is_read_from_EVN() {
        intake.receive(bytes(message(header("ADT", "M1", "2.1", ""), "EVN|A11|20261123", pid("张^三"), pv1("V1"))));

        assertThat(inbox.applied.get(1)).isInstanceOf(HisCommand.CancelAdmission.class);
    }

    @Test
    void the_visit_number_falls_back_on_PID_18() {
        String sent = message(header("ADT^A11", "M1"), pid("张^三") + "||||||||||V1", pv1(""));

        intake.receive(bytes(sent));

        assertThat(inbox.applied.get(1).concerns()).containsExactly(new VisitNumber("V1"));
    }

    @ParameterizedTest
    @CsvSource({
        "P001^^^HIS^MR~, '', 101, PID^1^3^1",
        "张^三, '', 101, PID^1^5^1",
        "|19800101|, |1980年|, 102, PID^1^7^1",
        "|男, |X1, 103, PID^1^8^1",
        "PV1|1|I|, PV1|1||, 101, PV1^1^2^1",
        "PV1|1|I|, PV1|1|Q|, 103, PV1^1^2^1",
        "W03^301^12, '', 101, PV1^1^3^1",
        "|20261122080000, |20261322080000, 102, PV1^1^44^1",
        "V2, '', 101, PV1^1^19^1",
        "V2, 1234567890123456789012345678901, 104, PV1^1^19^1",
        "W03, 12345678901234567890123456789012345678901, 104, PV1^1^3^1^1",
        "D007, 12345678901234567890123456789012345678901, 104, PV1^1^7^1^1"
    })
    void a_wrong_or_missing_field_is_AE_and_named(String good, String bad, String code, String where) {
        String sent = admit("M1", "V2").replace(good, bad);
        if (good.startsWith("P001")) {
            sent = sent.replace(IDENTITY + "^^^MPS^NNCHN", IDENTITY + "^^^&SFZH");
        }

        Ack ack = Ack.of(intake.receive(bytes(sent)));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo(code);
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
        assertThat(inbox.last().incident).isEqualTo(ack.field("ERR", 7)).startsWith("I20261122-");
        assertThat(ack.field("ERR", 8))
                .contains(where.substring(0, 3))
                .doesNotContain("张")
                .doesNotContain(IDENTITY);
        assertThat(inbox.applied).hasSize(1);
    }

    @Test
    void a_missing_segment_is_named() {
        Ack ack = Ack.of(intake.receive(bytes(message(header("ADT^A01", "M1"), pid("张^三")))));

        assertThat(ack.errorCode()).isEqualTo("100");
        assertThat(ack.field("ERR", 2)).isEqualTo("PV1^1");
    }
}
