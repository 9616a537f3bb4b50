package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.ft1;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;

class Hl7IntakeTest {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @Test
    void an_accepted_message_is_kept_as_it_came_and_answered_with_sender_and_receiver_swapped() {
        byte[] sent = bytes(admit("M1", "V1"));

        Ack ack = Ack.of(intake.receive(sent));

        assertThat(ack.segments().get(0))
                .matches("MSH\\|\\^~\\\\&\\|YBB\\|OFFICE\\|HIS\\|YB01\\|20261122093000\\+0800\\|\\|ACK\\^A01\\^ACK"
                        + "\\|[A-Z0-9]{20}\\|P\\|2.5.1\\|\\|\\|\\|\\|\\|UNICODE UTF-8");
        assertThat(ack.segments()).hasSize(2).element(1).isEqualTo("MSA|AA|M1|");
        assertThat(inbox.last().message.content()).isEqualTo(sent);
        assertThat(inbox.last().message.sender()).isEqualTo("HIS|YB01");
        assertThat(inbox.last().message.controlId()).isEqualTo("M1");
        assertThat(inbox.last().message.type()).isEqualTo("ADT^A01");
    }

    @Test
    void every_answer_has_its_own_control_id() {
        assertThat(Ack.of(intake.receive(bytes(admit("M1", "V1")))).field("MSH", 10))
                .isNotEqualTo(Ack.of(intake.receive(bytes(admit("M2", "V1")))).field("MSH", 10));
    }

    @Test
    void the_same_message_again_gets_the_same_answer_and_is_applied_once() {
        byte[] first = intake.receive(bytes(admit("M1", "V1")));

        assertThat(intake.receive(bytes(admit("M1", "V1")))).isEqualTo(first);
        assertThat(inbox.applied).hasSize(1);
    }

    @Test
    void the_same_control_id_with_other_content_is_held_with_its_incident() {
        intake.receive(bytes(admit("M1", "V1")));

        Ack ack = Ack.of(intake.receive(bytes(admit("M1", "V2"))));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo("205");
        assertThat(ack.field("ERR", 7)).isEqualTo("I-HELD");
        assertThat(inbox.applied).hasSize(1);
        assertThat(inbox.entries).hasSize(2);
    }

    @Test
    void a_charge_before_its_admission_waits_and_is_applied_by_it() {
        Ack early = Ack.of(intake.receive(bytes(charges("M1", "V1", ft1(1, "T1", "CG", "2", "20.00", "10", "")))));
        assertThat(early.code()).isEqualTo("AA");
        assertThat(early.field("MSA", 3)).contains("已保存").contains("kept");
        assertThat(inbox.applied).isEmpty();

        intake.receive(bytes(admit("M2", "V1")));

        assertThat(inbox.applied).hasSize(2);
        assertThat(inbox.ledger).containsOnlyKeys("T1");
        assertThat(inbox.entries.get(1L).verdict).isEqualTo("APPLIED");
    }

    @Test
    void a_waiting_credit_is_applied_by_a_waiting_charge_that_follows_it() {
        intake.receive(bytes(charges("M1", "V1", ft1(1, "T2", "CD", "2", "20", "10", "T1"))));
        intake.receive(bytes(charges("M2", "V1", ft1(1, "T1", "CG", "2", "20", "10", ""))));

        intake.receive(bytes(admit("M3", "V1")));

        assertThat(inbox.ledger).containsOnlyKeys("T1", "T2");
        assertThat(inbox.waitingFor(new org.yibaoban.visit.VisitNumber("V1"))).isEmpty();
    }

    @Test
    void a_waiting_message_that_is_refused_later_gets_an_incident_and_does_not_trouble_the_one_that_woke_it() {
        intake.receive(bytes(charges("M1", "V1", ft1(1, "T1", "CG", "2", "20", "10", ""))));
        intake.receive(bytes(charges("M2", "V1", ft1(1, "T1", "CG", "3", "30", "10", ""))));

        Ack ack = Ack.of(intake.receive(bytes(admit("M3", "V1"))));

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(inbox.entries.get(1L).verdict).isEqualTo("APPLIED");
        assertThat(inbox.entries.get(2L).verdict).isEqualTo("ERROR");
        assertThat(inbox.entries.get(2L).incident).startsWith("I20261122-");
    }

    @Test
    void what_the_office_refuses_is_AE_with_the_offices_reason_in_both_languages_and_an_incident() {
        intake.receive(bytes(admit("M1", "V1")));
        intake.receive(bytes(charges("M2", "V1", ft1(1, "T1", "CG", "2", "20", "10", ""))));

        Ack ack = Ack.of(intake.receive(bytes(charges("M3", "V1", ft1(1, "T1", "CG", "3", "30", "10", "")))));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo("205");
        assertThat(ack.field("ERR", 5)).isEqualTo("YB-2003");
        assertThat(ack.field("ERR", 8))
                .contains("同一收费流水号内容不同")
                .contains("The same transaction id came with other content")
                .contains(inbox.last().incident);
        assertThat(ack.field("MSA", 3)).isEqualTo(ack.field("ERR", 8));
        assertThat(inbox.last().verdict).isEqualTo("ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "ORU^R01, 2.5.1, P, AR, 200, MSH^1^9^1",
        "ADT^A43, 2.5.1, P, AR, 201, MSH^1^9^1^2",
        "DFT^P99, 2.5.1, P, AR, 201, MSH^1^9^1^2",
        "ORM^O99, 2.5.1, P, AR, 201, MSH^1^9^1^2",
        "BAR^P10, 2.5.1, P, AR, 201, MSH^1^9^1^2",
        "ADT^A01, 3.0, P, AR, 203, MSH^1^12^1",
        "ADT^A01, 2.5.1, T, AR, 202, MSH^1^11^1",
        "'', 2.5.1, P, AE, 101, MSH^1^9^1"
    })
    void what_is_not_handled_here_says_so(
            String type, String version, String processing, String code, String error, String where) {
        String sent =
                message(header(type, "M1", version, "").replace("|P|", "|" + processing + "|"), pid("张^三"), pv1("V1"));

        Ack ack = Ack.of(intake.receive(bytes(sent)));

        assertThat(ack.code()).isEqualTo(code);
        assertThat(ack.errorCode()).isEqualTo(error);
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
        assertThat(ack.field("MSA", 2)).isEqualTo("M1");
        assertThat(inbox.entries).hasSize(1);
    }

    @Test
    void training_messages_are_taken_where_the_hospital_says_so() {
        Hl7Intake training = new Hl7Intake(inbox, CLOCK, Set.of("T"), SenderCharsets.NONE_SET);

        assertThat(Ack.of(training.receive(bytes(admit("M1", "V1").replace("|P|", "|T|"))))
                        .code())
                .isEqualTo("AA");
    }

    @Test
    void a_message_without_control_id_is_refused_because_its_repetition_could_not_be_known() {
        Ack ack = Ack.of(intake.receive(bytes(admit("", "V1"))));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.field("ERR", 2)).isEqualTo("MSH^1^10^1");
    }

    @Test
    void a_continued_message_is_rejected_with_the_reason() {
        assertThat(Ack.of(intake.receive(bytes(admit("M2", "V1") + "DSC|part2\r")))
                        .errorCode())
                .isEqualTo("200");
        assertThat(inbox.applied).isEmpty();
    }

    @Test
    void garbage_is_kept_and_answered() {
        byte[] garbage = {(byte) 0xFF, 0x00, 'x', (byte) 0xFE};

        Ack ack = Ack.of(intake.receive(garbage));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo("100");
        assertThat(inbox.last().message.content()).isEqualTo(garbage);
        assertThat(inbox.last().message.controlId()).isBlank();
    }

    @Test
    void a_broken_frame_is_kept_without_its_control_id_so_that_the_whole_message_is_fresh() {
        byte[] whole = bytes(admit("M1", "V1"));
        byte[] half = java.util.Arrays.copyOf(whole, 200);

        Ack broken = Ack.of(intake.receiveBroken(half, FrameFault.STALLED));
        Ack again = Ack.of(intake.receive(whole));

        assertThat(broken.code()).isEqualTo("AE");
        assertThat(broken.field("MSA", 2)).isEqualTo("M1");
        assertThat(inbox.entries.get(1L).message.content()).isEqualTo(half);
        assertThat(again.code()).isEqualTo("AA");
    }

    @Test
    void a_failing_store_is_AR_with_an_incident_and_no_trace_of_the_body() {
        HisInbox broken = (HisInbox) Proxy.newProxyInstance(
                HisInbox.class.getClassLoader(), new Class<?>[] {HisInbox.class}, (proxy, method, args) -> {
                    throw new IllegalStateException("no database");
                });

        Ack ack = Ack.of(new Hl7Intake(broken, CLOCK).receive(bytes(admit("M1", "V1"))));

        assertThat(ack.code()).isEqualTo("AR");
        assertThat(ack.errorCode()).isEqualTo("207");
        assertThat(ack.field("ERR", 7)).startsWith("I20261122-");
        assertThat(String.join("\r", ack.segments())).doesNotContain("张").doesNotContain("no database");
    }

    @Test
    void after_an_unexpected_failure_the_same_message_is_worked_on_again() {
        boolean[] up = {false};
        HisInbox flaky = (HisInbox) Proxy.newProxyInstance(
                HisInbox.class.getClassLoader(), new Class<?>[] {HisInbox.class}, (proxy, method, args) -> {
                    if (!up[0] && Set.of("apply", "keepAndApply").contains(method.getName())) {
                        throw new IllegalStateException("deadlock");
                    }
                    return method.invoke(inbox, args);
                });
        Hl7Intake over = new Hl7Intake(flaky, CLOCK);

        assertThat(Ack.of(over.receive(bytes(admit("M1", "V1")))).code()).isEqualTo("AR");
        up[0] = true;
        assertThat(Ack.of(over.receive(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
    }

    @Test
    void a_senders_own_separators_are_read_and_used_in_the_answer() {
        String sent = admit("M1", "V1")
                .replace("MSH|^~\\&|", "MSH$@*!%$")
                .replace('|', '$')
                .replace('^', '@')
                .replace('~', '*');

        String answer = new String(intake.receive(bytes(sent)), StandardCharsets.UTF_8);

        assertThat(answer)
                .startsWith("MSH$@*!%$YBB$OFFICE$HIS$YB01$")
                .contains("$ACK@A01@ACK$")
                .contains("\rMSA$AA$M1$");
        assertThat(inbox.applied).hasSize(1);
    }

    @Test
    void all_seven_events_become_their_commands() {
        intake.receive(bytes(admit("M1", "V1")));
        List.of("A02", "A03", "A13", "A08", "A11").forEach(e -> intake.receive(bytes(event(e, e, "V1"))));
        intake.receive(bytes(charges("M7", "V1", ft1(1, "T1", "CG", "1", "1", "1", ""))));

        assertThat(inbox.applied)
                .extracting(Object::getClass)
                .containsExactly(
                        HisCommand.Admit.class,
                        HisCommand.Transfer.class,
                        HisCommand.Discharge.class,
                        HisCommand.CancelDischarge.class,
                        HisCommand.Update.class,
                        HisCommand.CancelAdmission.class,
                        HisCommand.PostCharges.class);
    }

    @Test
    void no_damage_to_a_message_makes_the_intake_throw_or_fall_silent() {
        byte[] good = bytes(charges("M1", "V1", ft1(1, "T1", "CG", "2", "20", "10", "")));
        Random random = new Random(20261122);
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = good.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                damaged[random.nextInt(random.nextInt(4) == 0 ? 60 : damaged.length)] = (byte) random.nextInt(256);
            }
            byte[] answer = new Hl7Intake(new MemoryInbox(), CLOCK).receive(damaged);
            String text = new String(answer, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("207^").containsPattern("\rMSA.A[AER]|^$");
        }
    }
}
