package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.MergePatients;
import org.yibaoban.office.his.HisCommand.Opening;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Events of ADT and BAR beyond admission, transfer and discharge. */
class IdentityMessagesTest {

    private static final LocalDateTime RECORDED = LocalDateTime.of(2026, 11, 23, 9, 30);

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @ParameterizedTest
    @ValueSource(strings = {"A40^ADT_A39", "A40^ADT_A40", "A40", "A18", "A30", "A34", "A36", "A39", "A46", "A47"})
    void MRG_is_given_up_and_PID_stays(String type) {
        send(merge(type, pid("张^三"), "MRG|P002^^^HIS^MR"));

        MergePatients merge = (MergePatients) inbox.applied.get(0);
        assertThat(merge.pairs()).hasSize(1);
        assertThat(merge.pairs().get(0).prior().value()).isEqualTo("P002");
        assertThat(merge.pairs().get(0).survivor().number().value()).isEqualTo("P001");
        assertThat(merge.told()).isEqualTo(RECORDED);
    }

    @Test
    void several_pairs_are_merged_by_one_message() {
        send(merge(
                "A40",
                pid("张^三"),
                "MRG|P002^^^HIS^MR",
                pid("李^四").replace("P001", "P003"),
                pv1("V3"),
                "MRG|P004^^^HIS^MR"));

        assertThat(((MergePatients) inbox.applied.get(0)).pairs())
                .extracting(pair -> pair.prior() + ">" + pair.survivor().number())
                .containsExactly("P002>P001", "P004>P003");
    }

    @ParameterizedTest
    @CsvSource({
        "MRG|P001^^^HIS^MR, 103, MRG^1^1^1",
        "MRG|P002^^^HIS^PI, 103, MRG^1^1^1",
        "MRG|990000^^^MPS^NNCHN, 101, MRG^1^1^1",
        "MRG|, 101, MRG^1^1^1",
        "ZZZ|, 100, MRG^1"
    })
    void a_merge_that_cannot_be_meant_is_refused(String mrg, String code, String where) {
        Ack ack = ack(merge("A40", pid("张^三"), mrg));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo(code);
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
    }

    @Test
    void an_identifier_without_a_type_is_of_the_survivors() {
        send(merge("A40", pid("张^三"), "MRG|P002"));

        assertThat(((MergePatients) inbox.applied.get(0)).pairs().get(0).prior().value())
                .isEqualTo("P002");
    }

    @Test
    void visits_are_merged_by_their_numbers() {
        send(admit("M1", "V1"));
        send(admit("M2", "V2"));

        send(event("A42", "M3", "V1") + "MRG|P001^^^HIS^MR||||V2\r");

        HisCommand.MergeVisits merge = (HisCommand.MergeVisits) inbox.applied.get(2);
        assertThat(merge.pairs())
                .extracting(pair -> pair.prior() + ">" + pair.survivor() + " of " + pair.patient())
                .containsExactly("V2>V1 of P001");
        assertThat(merge.accounts()).isFalse();
        assertThat(merge.told()).isEqualTo(RECORDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A35", "A41"})
    void accounts_are_merged_by_theirs_whatever_the_visit_is_called(String event) {
        send(admit("A1", "V1"));
        send(admit("A2", "ACC1"));
        send(admit("A3", "ACC2"));
        String pid = pid("张^三");
        assertThat(pid.chars().filter(c -> c == '|').count()).isLessThan(18);
        String account =
                pid + "|".repeat(18 - (int) pid.chars().filter(c -> c == '|').count()) + "ACC1";

        send(merge(event, account, pv1("V1"), "MRG|||ACC2"));

        HisCommand.MergeVisits merge = (HisCommand.MergeVisits) inbox.applied.get(3);
        assertThat(merge.pairs())
                .extracting(pair -> pair.prior() + ">" + pair.survivor())
                .containsExactly("ACC2>ACC1");
        assertThat(merge.accounts()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MRG|P001^^^HIS^MR, 101, MRG^1^5^1", "MRG|P001^^^HIS^MR||||V1, 103, MRG^1^5^1", "ZZZ|, 100, MRG^1"})
    void a_merge_of_visits_that_cannot_be_meant_is_refused(String mrg, String code, String where) {
        Ack ack = ack(event("A42", "M1", "V1") + mrg + "\r");

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo(code);
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A45", "A50"})
    void a_visit_gets_another_number_or_patient(String event) {
        send(admit("M1", "V1"));

        send(event(event, "M2", "V2") + "MRG|P009^^^HIS^MR||||V1\r");

        HisCommand.IdentifyVisit identified = (HisCommand.IdentifyVisit) inbox.applied.get(1);
        assertThat(identified.prior()).isEqualTo(new VisitNumber("V1"));
        assertThat(identified.visit()).isEqualTo(new VisitNumber("V2"));
        assertThat(identified.patient().number().value()).isEqualTo("P001");
    }

    @Test
    void a_pre_admission_needs_no_ward_and_is_cancelled_by_A38() {
        send(event("A05", "M1", "V1").replace("W03^301^12", ""));
        send(event("A38", "M2", "V1"));

        assertThat(((HisCommand.Admit) inbox.applied.get(0)).opening()).isEqualTo(Opening.PLANNED);
        assertThat(inbox.applied.get(1))
                .isEqualTo(new HisCommand.CancelAdmission(new VisitNumber("V1"), true, RECORDED));
    }

    @Test
    void a_class_changes_with_its_event_and_not_against_it() {
        send(event("A06", "M1", "V1") + "MRG|||||V0\r");
        send(event("A07", "M2", "V1").replace("PV1|1|I|", "PV1|1|O|"));

        HisCommand.ChangeClass inpatient = (HisCommand.ChangeClass) inbox.applied.get(0);
        assertThat(inpatient.as().type()).isEqualTo(VisitType.INPATIENT);
        assertThat(inpatient.prior()).contains(new VisitNumber("V0"));
        assertThat(inpatient.at()).isEqualTo(RECORDED);
        assertThat(((HisCommand.ChangeClass) inbox.applied.get(1)).as().type()).isEqualTo(VisitType.OUTPATIENT);
        assertThat(ack(event("A07", "M3", "V1")).field("ERR", 2)).isEqualTo("PV1^1^2^1");
    }

    @Test
    void a_transfer_is_cancelled_at_the_time_of_its_event() {
        send(admit("M1", "V1"));

        send(event("A12", "M2", "V1"));

        assertThat(inbox.applied.get(1)).isEqualTo(new HisCommand.CancelTransfer(new VisitNumber("V1"), RECORDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ADT^A54", "ADT^A55", "BAR^P01", "BAR^P05", "BAR^P12"})
    void accounts_doctors_and_procedures_update_the_visit(String type) {
        send(admit("M1", "V1"));

        send(message(
                header(type, "M2"),
                "EVN||20261123093000",
                pid("张^三"),
                pv1("V1"),
                "DG1|1||I63.900^脑梗死||||||||||||1||||||A",
                "DG1|2||I10.x00^高血压||||||||||||2||||||D",
                "IN1|1|310"));

        HisCommand.Update update = (HisCommand.Update) inbox.applied.get(1);
        assertThat(update.told()).isEqualTo(RECORDED);
        assertThat(update.insurance()).isTrue();
        assertThat(update.diagnoses()).extracting(d -> d.code()).containsExactly("I63.900");
    }

    @Test
    void a_person_is_described_without_a_visit() {
        send(message(header("ADT^A31", "M1"), "EVN||20261123093000", pid("张^三")));

        assertThat(((HisCommand.DescribePatient) inbox.applied.get(0)).patient().name())
                .isEqualTo("张三");
    }

    @ParameterizedTest
    @CsvSource({"ADT^A20", "ADT^A28", "ADT^A49", "ADT^A60", "BAR^P02", "BAR^P06"})
    void what_changes_nothing_here_is_accepted_on_purpose(String type) {
        send(message(header(type, "M1"), pid("张^三"), pv1("V1")));

        assertThat(inbox.applied).containsExactly(new HisCommand.Noted(type.replace('^', ' ')));
    }

    @ParameterizedTest
    @CsvSource({"ADT^A17, 两条 A02", "ADT^A23, A11", "ADT^A43, 医保办", "ADT^A44, A45", "ADT^A99, A01-A08"})
    void what_would_be_believed_done_is_refused_with_what_to_send_instead(String type, String says) {
        Ack ack = ack(message(header(type, "M1"), pid("张^三"), pv1("V1")));

        assertThat(ack.code()).isEqualTo("AR");
        assertThat(ack.errorCode()).isEqualTo("201");
        assertThat(ack.field("ERR", 8)).contains(says);
    }

    @Test
    void a_message_about_two_visits_is_refused_because_only_one_would_be_done() {
        Ack ack = ack(message(header("BAR^P01", "M1"), pid("张^三"), pv1("V1"), pv1("V2")));

        assertThat(ack.errorCode()).isEqualTo("100");
        assertThat(ack.field("ERR", 2)).isEqualTo("PV1^1");
    }

    @Test
    void a_late_message_carries_when_it_was_told_not_when_it_came() {
        send(admit("M1", "V1").replace("EVN|A01|20261122083000", "EVN|A01|20261121070000"));

        HisCommand.Admit admitted = (HisCommand.Admit) inbox.applied.get(0);
        assertThat(admitted.told()).isEqualTo(LocalDateTime.of(2026, 11, 21, 7, 0));
        assertThat(admitted.location()).isEqualTo(new Location("NEURO", "W03", "12"));
    }

    private static String merge(String type, String... segments) {
        return message(header("ADT^" + type, "M1"), "EVN||20261123093000", message(segments));
    }

    private void send(String text) {
        assertThat(ack(text).code()).as(text).isEqualTo("AA");
        assertThat(List.of(inbox.last().verdict)).containsExactly("APPLIED");
    }

    private Ack ack(String text) {
        return Ack.of(intake.receive(bytes(text)));
    }
}
