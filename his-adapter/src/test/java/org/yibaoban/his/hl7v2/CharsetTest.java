package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;
import static org.yibaoban.his.hl7v2.Messages.pid;
import static org.yibaoban.his.hl7v2.Messages.pv1;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.office.his.HisCommand;

class CharsetTest {

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @ParameterizedTest
    @CsvSource({
        "张^三, 张三, UTF-8, UNICODE UTF-8",
        "张^三, 张三, UTF-8, utf-8",
        "张^三, 张三, UTF-8, ''",
        "张^三, 张三, UTF-8, ASCII",
        "张^三, 张三, GBK, GB2312",
        "张^三, 张三, GBK, GBK",
        "张^三, 张三, GBK, ''",
        "张^三, 张三, GB18030, GB 18030-2000",
        "欧阳^䶮, 欧阳䶮, GB18030, GB18030",
        "王^𬭚, 王𬭚, GB18030, GB18030",
        "王^𬭚, 王𬭚, GB18030, GB2312",
        "王^𬭚, 王𬭚, GB18030, ''",
        "𠮷^𬭚, 𠮷𬭚, UTF-8, ''",
        "𠮷^䶮, 𠮷䶮, UTF-8, UNICODE UTF-8",
        // The second bytes of these GBK characters are those of | ^ ~ \ in ASCII.
        "誀^倈, 誀倈, GBK, GBK",
        "瀇^倊, 瀇倊, GBK, ''"
    })
    void a_chinese_name_arrives_whole(String sent, String name, Charset charset, String declared) {
        String text = message(header("ADT^A01", "M1", "2.5.1", declared), pid(sent), pv1("V1"));

        Ack ack = Ack.of(intake.receive(bytes(text, charset)), charset);

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).isEqualTo(name);
        assertThat(ack.field("MSH", 18))
                .isEqualTo(
                        !declared.isEmpty()
                                ? declared
                                : charset.equals(StandardCharsets.UTF_8) ? "UNICODE UTF-8" : "GB 18030-2000");
    }

    /** Names with characters of four bytes in GB18030, and with those that GB2312 lacks. */
    @ParameterizedTest
    @CsvSource({
        "GB18030, GB2312",
        "GB18030, GBK",
        "GB18030, GB18030",
        "GB18030, GB 18030-2000",
        "GB18030, gb18030",
        "GB18030, ''",
        "GB18030, ASCII",
        "GB18030, ASCII~GB 18030-2000",
        "GB18030, ~GB 18030-2000",
        "UTF-8, UTF-8",
        "UTF-8, UNICODE UTF-8",
        "UTF-8, UNICODE",
        "UTF-8, utf8",
        "UTF-8, ''",
        "UTF-8, ASCII"
    })
    void rare_characters_survive_to_the_store_and_back_into_the_answer(Charset charset, String declared) {
        String rare = "䶮𬭚𠮷";
        String text = message(
                header("ADT^A01", "M1", "2.5.1", declared).replace("|HIS|", "|" + rare + "|"),
                pid("王^" + rare),
                pv1("V1"));
        byte[] sent = bytes(text, charset);

        Ack ack = Ack.of(intake.receive(sent), charset);

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(ack.field("MSH", 5)).isEqualTo(rare);
        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).isEqualTo("王" + rare);
        assertThat(inbox.last().message.sender()).isEqualTo(rare + "|YB01");
        assertThat(inbox.last().message.content()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({
        // set, sent, MSH-18: the setting wins over what the message says
        "GBK, GBK, UNICODE UTF-8",
        "GB2312, GB18030, ASCII",
        "GB18030, GB18030, 8859/1",
        "UTF-8, UTF-8, GBK",
        "UTF-8, UTF-8, BIG-5"
    })
    void what_is_set_for_the_sender_goes_before_what_its_messages_say(Charset set, Charset sentIn, String declared) {
        Hl7Intake told = new Hl7Intake(
                inbox, CLOCK, Set.of("P"), sender -> Optional.of(set).filter(c -> sender.equals("HIS|YB01")));
        String text = message(header("ADT^A01", "M1", "2.5.1", declared), pid("张^三"), pv1("V1"));

        Ack ack = Ack.of(told.receive(bytes(text, sentIn)), sentIn);

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).isEqualTo("张三");
        assertThat(ack.field("MSH", 18)).isEqualTo(set.name().startsWith("GB") ? "GB 18030-2000" : "UNICODE UTF-8");
    }

    @Test
    void what_is_set_for_another_sender_changes_nothing() {
        Hl7Intake told = new Hl7Intake(
                inbox,
                CLOCK,
                Set.of("P"),
                sender -> Optional.of(StandardCharsets.UTF_8).filter(c -> sender.equals("LIS|YB01")));
        String text = message(header("ADT^A01", "M1", "2.5.1", "GBK"), pid("张^三"), pv1("V1"));

        assertThat(Ack.of(told.receive(bytes(text, Charset.forName("GBK")))).code())
                .isEqualTo("AA");
    }

    @Test
    void bytes_that_do_not_fit_what_is_set_are_AE_and_kept() {
        Hl7Intake told = new Hl7Intake(inbox, CLOCK, Set.of("P"), sender -> Optional.of(StandardCharsets.UTF_8));
        byte[] sent =
                bytes(message(header("ADT^A01", "M1", "2.5.1", "GBK"), pid("张^三"), pv1("V1")), Charset.forName("GBK"));

        assertThat(Ack.of(told.receive(sent)).errorCode()).isEqualTo("102");
        assertThat(inbox.last().message.content()).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, ''", "UTF-8, GBK", "UTF-8, 8859/1", "GB18030, ''", "GB18030, UNICODE UTF-8"})
    void a_byte_order_mark_goes_before_MSH_18(Charset charset, String declared) {
        String text = "\uFEFF" + message(header("ADT^A01", "M1", "2.5.1", declared), pid("王^𬭚"), pv1("V1"));

        Ack ack = Ack.of(intake.receive(bytes(text, charset)), charset);

        assertThat(ack.code()).isEqualTo("AA");
        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).isEqualTo("王𬭚");
    }

    @Test
    void latin_1_is_read_as_it_says_and_answered_in_what_it_can_write() {
        String good = message(
                header("ADT^A01", "M1", "2.5.1", "8859/1"), pid("Müller^Jörg").replace("男", "M"), pv1("V1"));
        String bad = message(header("ADT^A01", "M2", "2.5.1", "8859/1"), pid(""), pv1("V1"));

        intake.receive(bytes(good, StandardCharsets.ISO_8859_1));
        Ack refused = Ack.of(intake.receive(bytes(bad, StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);

        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).contains("Müller");
        assertThat(refused.field("ERR", 8)).contains("is missing").doesNotContain("?");
    }

    @Test
    void gbk_under_the_name_of_latin_1_is_found_out() {
        byte[] sent = bytes(
                message(header("ADT^A01", "M1", "2.5.1", "8859/1"), pid("王^䶮丂"), pv1("V1")),
                Charset.forName("GB18030"));

        assertThat(Ack.of(intake.receive(sent), StandardCharsets.ISO_8859_1).errorCode())
                .isEqualTo("102");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, UNICODE UTF-8", "GBK, GB2312", "GBK, ''"})
    void a_refusal_is_written_in_the_messages_own_charset(Charset charset, String declared) {
        String text = message(header("ADT^A01", "M1", "2.5.1", declared), pid("张^三"));

        Ack ack = Ack.of(intake.receive(bytes(text, charset)), charset);

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.field("ERR", 8)).contains("缺少");
    }

    @Test
    void a_header_in_gbk_whose_characters_hold_separator_bytes_is_read_right() {
        Charset gbk = Charset.forName("GBK");
        String text = message(header("ADT^A01", "M1", "2.5.1", "GBK").replace("|HIS|", "|医誀倈|"), pid("张^三"), pv1("V1"));

        assertThat(Ack.of(intake.receive(bytes(text, gbk)), gbk).field("MSH", 5))
                .isEqualTo("医誀倈");
        assertThat(inbox.last().message.sender()).isEqualTo("医誀倈|YB01");
    }

    @Test
    void bytes_that_do_not_fit_the_declared_charset_are_AE_and_kept() {
        String text = message(header("ADT^A01", "M1", "2.5.1", "UNICODE UTF-8"), pid("张^三"), pv1("V1"));
        byte[] sent = bytes(text, Charset.forName("GBK"));

        Ack ack = Ack.of(intake.receive(sent));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo("102");
        assertThat(ack.field("ERR", 2)).isEqualTo("MSH^1^18^1");
        assertThat(ack.field("ERR", 8)).contains("字符集不符").contains("is not valid UTF-8");
        assertThat(inbox.last().message.content()).isEqualTo(sent);
    }

    @Test
    void a_character_cut_in_half_at_the_end_is_a_fault_too() {
        byte[] whole = bytes(
                message(header("ADT^A01", "M1", "2.5.1", "GBK"), pid("张^三"), pv1("V1"), "NTE|张"),
                Charset.forName("GBK"));
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2);

        assertThat(Ack.of(intake.receive(cut)).errorCode()).isEqualTo("102");
    }

    @Test
    void an_unknown_charset_is_named_as_the_fault() {
        String text = message(header("ADT^A01", "M1", "2.5.1", "BIG-5"), pid("Zhang^San"), pv1("V1"));

        Ack ack = Ack.of(intake.receive(bytes(text)));

        assertThat(ack.code()).isEqualTo("AE");
        assertThat(ack.errorCode()).isEqualTo("103");
        assertThat(ack.field("ERR", 2)).isEqualTo("MSH^1^18^1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\r\r"})
    void segments_may_end_with_any_line_end_and_a_byte_order_mark_may_come_first(String lineEnd) {
        String text = "\uFEFF"
                + message(header("ADT^A01", "M1"), pid("张^三"), pv1("V1")).replace("\r", lineEnd);

        assertThat(Ack.of(intake.receive(bytes(text))).code()).isEqualTo("AA");
        assertThat(inbox.last().message.controlId()).isEqualTo("M1");
    }

    @Test
    void a_line_end_inside_a_text_does_not_lose_what_follows() {
        String text = message(header("ADT^A01", "M1"), pid("张^三"), "NTE|1||第一行\n第二行", pv1("V1"));

        assertThat(Ack.of(intake.receive(bytes(text))).code()).isEqualTo("AA");
    }

    @Test
    void a_lone_escape_character_is_kept_where_hapi_would_drop_what_follows() {
        intake.receive(bytes(message(header("ADT^A01", "M1"), pid("张\\三"), pv1("V1"))));

        assertThat(((HisCommand.Admit) inbox.applied.get(0)).patient().name()).isEqualTo("张\\三");
    }

    @Test
    void a_nul_character_never_reaches_the_store_of_texts() {
        String name = message(header("ADT^A01", "M1"), pid("张\0三"), pv1("V1"));
        String id = message(header("ADT^A01", "M\0" + "2"), pid("张三"), pv1("V1"));

        assertThat(Ack.of(intake.receive(bytes(name))).errorCode()).isEqualTo("102");
        assertThat(Ack.of(intake.receive(bytes(id))).field("ERR", 2)).isEqualTo("MSH^1^10^1");
        assertThat(inbox.last().message.controlId()).isBlank();
        assertThat(inbox.last().message.content()).isEqualTo(bytes(id));
    }
}
