package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.ft1;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.his.HisInbox;

/** What a sender hears, by MSH-15 and 16 and by version. */
class AcknowledgementTest {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    /** Table 0155 for each of the two, and blank; but a refusal never meets silence. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // MSH-15 | 16 | taken and applied | taken, content wrong | not taken (MSH-9) | not taken (charset)
                "'' | '' | AA    | AE    | AR | AE",
                "AL | AL | CA AA | CA AE | CR | CE",
                "AL | NE | CA    | CA    | CR | CE",
                "AL | '' | CA    | CA    | CR | CE",
                "AL | ER | CA    | CA AE | CR | CE",
                "AL | SU | CA AA | CA    | CR | CE",
                "NE | AL | AA    | AE    | AR | AE",
                "'' | AL | AA    | AE    | AR | AE",
                "NE | NE | ''    | AE    | AR | AE",
                "NE | ER | ''    | AE    | AR | AE",
                "'' | ER | ''    | AE    | AR | AE",
                "NE | SU | AA    | AE    | AR | AE",
                "ER | AL | AA    | AE    | CR | CE",
                "ER | ER | ''    | AE    | CR | CE",
                "ER | NE | ''    | AE    | CR | CE",
                "SU | AL | CA AA | CA AE | AR | AE",
                "SU | SU | CA AA | CA    | AR | AE",
                "SU | NE | CA    | CA    | AR | AE",
                "al | al | CA AA | CA AE | CR | CE",
                // not in the table: a sender whose fields are shifted has asked for nothing
                "CHN| '' | AA    | AE    | AR | AE"
            })
    void each_answer_comes_to_whom_asked_for_it(
            String accept, String application, String applied, String wrong, String notForUs, String undecodable) {
        String head = header("ADT^A01", "M1")
                .replace("|2.5.1||||||", "|2.5.1|||" + accept + "|" + application + "||UNICODE UTF-8");
        String good = message(head, pid("张^三"), pv1("V1"));

        assertThat(codes(bytes(good))).isEqualTo(applied);
        assertThat(codes(bytes(message(head.replace("M1", "M2"), pid("张^三"))))).isEqualTo(wrong);
        assertThat(codes(bytes(good.replace("M1", "M3").replace("A01", "A99")))).isEqualTo(notForUs);
        assertThat(codes(good.replace("M1", "M4").getBytes(java.nio.charset.Charset.forName("GBK"))))
                .isEqualTo(undecodable);
        assertThat(inbox.entries).hasSize(4);
        assertThat(inbox.entries.values()).allMatch(entry -> entry.answer.length > 0);
        assertThat(codes(bytes(good))).as("the same message again").isEqualTo(applied);
    }

    @Test
    void the_application_is_answered_again_byte_for_byte_after_a_fresh_accept_acknowledgement() {
        byte[] sent = bytes(enhanced("AL", "AL"));

        List<byte[]> first = answers(intake, sent);
        List<byte[]> again = answers(intake, sent);

        assertThat(again.get(1)).isEqualTo(first.get(1));
        assertThat(Ack.of(again.get(0)).field("MSH", 10))
                .isNotEqualTo(Ack.of(first.get(0)).field("MSH", 10));
    }

    @Test
    void accept_comes_before_the_application_has_worked() {
        List<String> seen = new ArrayList<>();
        HisInbox watched = (HisInbox) Proxy.newProxyInstance(
                HisInbox.class.getClassLoader(), new Class<?>[] {HisInbox.class}, (proxy, method, args) -> {
                    seen.add(method.getName());
                    return method.invoke(inbox, args);
                });
        new Hl7Intake(watched, CLOCK)
                .receive(
                        bytes(enhanced("AL", "AL")),
                        new EachAnswer(answer -> seen.add(Ack.of(answer).code())));

        assertThat(seen).containsSubsequence("keep", "CA", "apply", "AA");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | '' | AR", "AL | AL | CA AR", "AL | NE | CR", "SU | NE | AR", "NE | NE | AR"})
    void a_failure_of_the_system_is_told_by_the_acknowledgement_that_is_still_to_come(
            String accept, String application, String told) {
        assertThat(codes(answers(new Hl7Intake(failingAt("apply"), CLOCK), bytes(enhanced(accept, application)))))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'' | '' | AR", "AL | AL | CR", "NE | NE | AR", "SU | SU | AR"})
    void what_could_not_be_kept_is_told_to_everybody(String accept, String application, String told) {
        List<byte[]> answers = answers(new Hl7Intake(failingAt("keep"), CLOCK), bytes(enhanced(accept, application)));

        assertThat(codes(answers)).isEqualTo(told);
        assertThat(Ack.of(answers.get(0)).errorCode()).isEqualTo("207");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1, ACK",
        "2.2, ACK^A01",
        "2.3, ACK^A01",
        "2.3.1, ACK^A01^ACK",
        "2.4, ACK^A01^ACK",
        "2.5, ACK^A01^ACK",
        "2.5.1, ACK^A01^ACK",
        "2.6, ACK^A01^ACK",
        "2.7, ACK^A01^ACK",
        "2.7.1, ACK^A01^ACK",
        "2.8, ACK^A01^ACK",
        "2.8.2, ACK^A01^ACK"
    })
    void the_answers_type_is_that_of_its_version(String version, String type) {
        Ack ack = Ack.of(intake.receive(bytes(of(version, "张^三"))));

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(ack.field("MSH", 9)).isEqualTo(type);
        assertThat(ack.field("MSH", 12)).isEqualTo(version);
        assertThat(ack.field("MSA", 2)).isEqualTo("M1");
    }

    @ParameterizedTest
    @CsvSource({"2.1", "2.2", "2.3", "2.3.1", "2.4"})
    void before_2_5_the_error_is_in_ERR_1_and_its_text_in_MSA_3(String version) {
        Ack ack = Ack.of(intake.receive(bytes(of(version, ""))));

        assertThat(ack.segments().get(2)).isEqualTo("ERR|PID^1^5^101&Required field missing&HL70357");
        assertThat(ack.field("MSA", 3)).contains("缺少").contains("is missing").contains(inbox.last().incident);
    }

    @ParameterizedTest
    @CsvSource({"2.5, true", "2.5.1, true", "2.6, true", "2.7, false", "2.8, false"})
    void from_2_5_on_the_error_is_in_fields_and_from_2_7_on_MSA_has_no_text(String version, boolean text) {
        Ack ack = Ack.of(intake.receive(bytes(of(version, ""))));

        assertThat(ack.field("ERR", 1)).isEmpty();
        assertThat(ack.field("ERR", 2)).isEqualTo("PID^1^5^1");
        assertThat(ack.field("ERR", 3)).isEqualTo("101^Required field missing^HL70357");
        assertThat(ack.field("ERR", 4)).isEqualTo("E");
        assertThat(ack.field("ERR", 7)).isEqualTo(inbox.last().incident);
        assertThat(ack.field("ERR", 8)).contains("缺少").contains("is missing");
        assertThat(ack.field("MSA", 3)).isEqualTo(text ? ack.field("ERR", 8) : "");
    }

    @Test
    void from_2_7_on_a_message_that_waits_is_said_so_as_information() {
        String early =
                charges("M1", "V1", ft1(1, "T1", "CG", "2", "20.00", "10", "")).replace("|2.5.1|", "|2.8|");

        Ack ack = Ack.of(intake.receive(bytes(early)));

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(ack.field("MSA", 3)).isEmpty();
        assertThat(ack.errorCode()).isEqualTo("0");
        assertThat(ack.field("ERR", 4)).isEqualTo("I");
        assertThat(ack.field("ERR", 8)).contains("已保存").contains("kept");
    }

    private static String of(String version, String name) {
        return message(header("ADT^A01", "M1", version, ""), pid(name), pv1("V1"));
    }

    private static String enhanced(String accept, String application) {
        return admit("M1", "V1").replace("|2.5.1||||||", "|2.5.1|||" + accept + "|" + application + "||");
    }

    private HisInbox failingAt(String failing) {
        return (HisInbox) Proxy.newProxyInstance(
                HisInbox.class.getClassLoader(), new Class<?>[] {HisInbox.class}, (proxy, method, args) -> {
                    if (Set.of(failing, "keepAndApply").contains(method.getName())) {
                        throw new IllegalStateException("no database");
                    }
                    try {
                        return method.invoke(inbox, args);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private String codes(byte[] sent) {
        return codes(answers(intake, sent));
    }

    private static String codes(List<byte[]> answers) {
        return String.join(
                " ",
                answers.stream()
                        .map(answer -> Ack.of(answer, StandardCharsets.UTF_8).code())
                        .toList());
    }

    private static List<byte[]> answers(Hl7Intake intake, byte[] sent) {
        List<byte[]> answers = new ArrayList<>();
        intake.receive(sent, new EachAnswer(answers::add));
        return answers;
    }
}
