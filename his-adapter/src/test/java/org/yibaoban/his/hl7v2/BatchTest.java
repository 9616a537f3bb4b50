package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.event;
import static org.yibaoban.his.hl7v2.Messages.ft1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.Kept;
import org.yibaoban.office.his.Outcome;

class BatchTest {

    private static final String FHS = "FHS|^~\\&|HIS|YB01|YBB|OFFICE|20261122100000||night.hl7||F1\r";
    private static final String BHS = "BHS|^~\\&|HIS|YB01|YBB|OFFICE|20261122100000||charges||B1\r";

    private final MemoryInbox inbox = new MemoryInbox();
    private final Hl7Intake intake = new Hl7Intake(inbox, CLOCK);

    @Test
    void messages_one_after_another_are_each_handled_and_answered_in_their_order() {
        List<String> answer = lines(intake.receive(bytes(admit("M1", "V1") + admit("M2", "V2") + admit("M3", "V3"))));

        assertThat(names(answer)).isEqualTo("MSH MSA MSH MSA MSH MSA");
        assertThat(said(answer)).containsExactly("AA M1", "AA M2", "AA M3");
        assertThat(inbox.applied).hasSize(3);
        assertThat(inbox.entries.get(2L).message.content()).isEqualTo(bytes(admit("M2", "V2")));
    }

    @Test
    void their_answers_are_one_frame() {
        List<byte[]> frames = new ArrayList<>();

        intake.receive(bytes(admit("M1", "V1") + admit("M2", "V2")), new EachAnswer(frames::add));

        assertThat(frames).hasSize(1);
    }

    @Test
    void a_file_of_batches_is_answered_by_a_file_of_batches() {
        String file = FHS + BHS + admit("M1", "V1") + event("A08", "M2", "V1") + "BTS|2\r"
                + BHS.replace("B1", "B2") + charges("M3", "V1", ft1(1, "T1", "CG", "2", "20.00", "10", ""))
                + "BTS|1||20.00\r"
                + "FTS|2\r";

        List<String> answer = lines(intake.receive(bytes(file)));

        assertThat(names(answer)).isEqualTo("FHS BHS MSH MSA MSH MSA BTS BHS MSH MSA BTS FTS");
        assertThat(answer.get(0))
                .matches(
                        "FHS\\|\\^~\\\\&\\|YBB\\|OFFICE\\|HIS\\|YB01\\|20261122093000\\+0800\\|\\|\\|\\|[A-Z0-9]{20}\\|F1");
        assertThat(answer.get(1)).endsWith("|B1");
        assertThat(answer).contains("BTS|2", "BTS|1", "FTS|2");
        assertThat(said(answer)).containsExactly("AA M1", "AA M2", "AA M3");
        assertThat(inbox.applied).hasSize(3);
    }

    @Test
    void header_and_trailer_are_kept_with_what_was_counted() {
        intake.receive(bytes(BHS + admit("M1", "V1") + "BTS|1\r"));

        assertThat(inbox.entries).hasSize(2);
        assertThat(inbox.last().message.type()).isEqualTo("BHS");
        assertThat(inbox.last().message.sender()).isEqualTo("HIS|YB01");
        assertThat(inbox.last().message.content()).isEqualTo(bytes(BHS + "BTS|1\r"));
        assertThat(inbox.last().verdict).isEqualTo("APPLIED");
        assertThat(inbox.last().reason).contains("1 条 / batch of 1");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "FHS, FTS|0", "FHS, FTS", "FHS BHS, BTS|0 FTS|1", "BHS, BTS|0", "BHS, BTS"})
    void a_batch_of_none_is_legal(String headers, String trailers) {
        String text = (headers.contains("FHS") ? FHS : "") + (headers.contains("BHS") ? BHS : "")
                + trailers.replace(' ', '\r') + "\r";

        List<String> answer = lines(intake.receive(bytes(text)));

        if (!headers.isEmpty()) {
            assertThat(said(answer)).isEmpty();
            assertThat(inbox.entries.values()).allMatch(entry -> entry.verdict.equals("APPLIED"));
        } else {
            assertThat(said(answer)).containsExactly("AE ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BTS|3, BTS^1^1^1, 条数不符",
        "BTS|x, BTS^1^1^1, 条数不符",
        "BTS|2||31.00, BTS^1^3^1, 合计不符",
        "BTS|2||abc, BTS^1^3^1, 合计不符",
        "'', BTS^1, 缺少批量结尾",
        "NTE|1, BHS^1, ''"
    })
    void what_does_not_agree_is_refused_in_the_name_of_the_batch_and_its_messages_are_applied(
            String trailer, String where, String text) {
        String batch = BHS + (trailer.startsWith("NTE") ? trailer + "\r" : "") + admit("M1", "V1")
                + charges("M2", "V1", ft1(1, "T1", "CG", "2", "20.00", "10", ""))
                + (trailer.startsWith("NTE") ? "BTS|2" : trailer) + "\r";

        List<String> answer = lines(intake.receive(bytes(batch)));

        assertThat(said(answer)).containsExactly("AA M1", "AA M2", "AE B1");
        Ack ack = new Ack(answer.subList(5, answer.size()));
        assertThat(ack.field("ERR", 2)).isEqualTo(where);
        assertThat(ack.field("ERR", 8)).contains(text).contains(inbox.last().incident);
        assertThat(answer.get(answer.size() - 1)).isEqualTo("BTS|3");
        assertThat(inbox.last().verdict).isEqualTo("ERROR");
        assertThat(inbox.applied).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"15.00", "15", "25.00"})
    void a_total_is_charges_less_credits_or_both_added(String total) {
        String batch = BHS + admit("M1", "V1")
                + charges("M2", "V1", ft1(1, "T1", "CG", "2", "20.00", "10", ""))
                + charges("M3", "V1", ft1(1, "T2", "CD", "0.5", "5.00", "10", "T1"))
                + "BTS|3||" + total + "\r";

        assertThat(said(lines(intake.receive(bytes(batch))))).containsExactly("AA M1", "AA M2", "AA M3");
        assertThat(inbox.last().reason).contains("15.00");
    }

    @Test
    void one_broken_message_stops_no_other_and_no_total_is_blamed_for_it() {
        String batch = BHS + admit("M1", "V1") + charges("M2", "V1", ft1(1, "T1", "XX", "2", "20.00", "10", ""))
                + charges("M3", "V1", ft1(1, "T3", "CG", "2", "20.00", "10", "")) + "BTS|3||40.00\r";

        List<String> answer = lines(intake.receive(bytes(batch)));

        assertThat(said(answer)).containsExactly("AA M1", "AE M2", "AA M3");
        assertThat(inbox.ledger).containsOnlyKeys("T3");
    }

    @Test
    void the_same_batch_again_is_answered_again_and_applied_once() {
        byte[] batch = bytes(BHS + admit("M1", "V1") + admit("M2", "V2") + "BTS|2\r");
        intake.receive(batch);

        assertThat(said(lines(intake.receive(batch)))).containsExactly("AA M1", "AA M2");
        assertThat(inbox.applied).hasSize(2);
    }

    @Test
    void a_file_without_its_end_says_so() {
        List<String> answer = lines(intake.receive(bytes(FHS + BHS + admit("M1", "V1") + "BTS|1\r")));

        assertThat(said(answer)).containsExactly("AA M1", "AE F1");
        assertThat(names(answer)).isEqualTo("FHS BHS MSH MSA BTS MSH MSA ERR FTS");
    }

    @ParameterizedTest
    @CsvSource({"FTS|1, true", "FTS|2, true", "FTS, true", "FTS|7, false"})
    void a_file_without_batches_counts_one_batch_or_its_messages(String trailer, boolean agrees) {
        List<String> answer =
                lines(intake.receive(bytes(FHS + admit("M1", "V1") + admit("M2", "V2") + trailer + "\r")));

        assertThat(said(answer)).hasSize(agrees ? 2 : 3);
        assertThat(answer).contains("FTS|0");
    }

    @ParameterizedTest
    @CsvSource({"GBK", "GB18030", "UTF-8"})
    void a_batch_is_cut_on_bytes_in_every_charset(Charset charset) {
        String batch = BHS + admit("M1", "V1").replace("张^三", "誀^倈")
                + admit("M2", "V2").replace("张^三", "欧阳^倊") + "BTS|2\r";

        assertThat(said(lines(intake.receive(bytes(batch, charset))))).containsExactly("AA M1", "AA M2");
    }

    @ParameterizedTest
    @CsvSource({"LF", "CRLF", "BLANK", "BOM", "MLLP"})
    void files_as_they_are_written_elsewhere_are_read(String style) throws IOException {
        String file = FHS + BHS + admit("M1", "V1") + admit("M2", "V2") + "BTS|2\rFTS|1\r";
        String written = switch (style) {
            case "LF" -> file.replace("\r", "\n");
            case "CRLF" -> file.replace("\r", "\r\n");
            case "BLANK" -> "\n\n" + file.replace("MSH", "\r\nMSH") + "\n";
            case "BOM" -> "\uFEFF" + file;
            default -> file.replace("MSH|", "\u000bMSH|").replace("BTS|2", "\u001c\rBTS|2");
        };
        ByteArrayOutputStream answer = new ByteArrayOutputStream();

        intake.receiveFile(new ByteArrayInputStream(bytes(written)), 1_000_000, written(answer));

        assertThat(said(lines(answer.toByteArray()))).containsExactly("AA M1", "AA M2");
        assertThat(inbox.last().message.channel()).isEqualTo("hl7-file");
    }

    @Test
    void a_file_may_be_one_message_and_an_empty_one_is_refused() throws IOException {
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        ByteArrayOutputStream none = new ByteArrayOutputStream();

        intake.receiveFile(new ByteArrayInputStream(bytes(admit("M1", "V1"))), 1_000_000, written(one));
        intake.receiveFile(new ByteArrayInputStream(new byte[0]), 1_000_000, written(none));

        assertThat(said(lines(one.toByteArray()))).containsExactly("AA M1");
        assertThat(said(lines(none.toByteArray()))).containsExactly("AE ");
    }

    @Test
    void a_message_that_is_too_long_is_refused_by_itself() throws IOException {
        String file = BHS + admit("M1", "V1") + admit("M2", "V2") + "NTE|1||" + "x".repeat(300_000) + "\r"
                + admit("M3", "V3") + "BTS|3\r";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();

        intake.receiveFile(new ByteArrayInputStream(bytes(file)), 100_000, written(answer));

        assertThat(said(lines(answer.toByteArray()))).containsExactly("AA M1", "AR M2", "AA M3");
    }

    /** 20,000 messages that are never in memory together, the store keeps none of them either. */
    @Test
    @Timeout(60)
    void a_huge_file_is_taken_message_by_message() throws IOException {
        int[] applied = {0};
        int[] answers = {0};
        long[] most = {0};
        HisInbox store = (HisInbox) Proxy.newProxyInstance(
                HisInbox.class.getClassLoader(), new Class<?>[] {HisInbox.class}, (proxy, method, args) -> {
                    switch (method.getName()) {
                        case "keep":
                            return new Kept.Fresh(1);
                        case "keepAndApply":
                            if (++applied[0] % 5_000 == 0) {
                                most[0] = Math.max(most[0], usedHeap());
                            }
                            @SuppressWarnings("unchecked")
                            Function<Outcome, byte[]> answer = (Function<Outcome, byte[]>) args[2];
                            return Optional.of(new HisInbox.AtOnce(answer.apply(new Outcome.Applied("done")), true));
                        case "waitingFor":
                            return List.of();
                        default:
                            return null;
                    }
                });
        long before = usedHeap();

        new Hl7Intake(store, CLOCK)
                .receiveFile(
                        new GeneratedBatch(20_000),
                        1_000_000,
                        new EachAnswer(frame -> {
                            throw new AssertionError("the answer was gathered");
                        }) {
                            @Override
                            public void part(byte[] bytes) {
                                answers[0] += new String(bytes, StandardCharsets.UTF_8).contains("\rMSA|AA|M") ? 1 : 0;
                            }
                        });

        assertThat(applied[0]).isEqualTo(20_000);
        assertThat(answers[0]).isEqualTo(20_000);
        assertThat(most[0] - before).isLessThan(8_000_000L);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** A batch whose messages are made while it is read. */
    private static final class GeneratedBatch extends InputStream {

        private final int messages;
        private int next;
        private InputStream current = new ByteArrayInputStream(bytes(BHS));

        GeneratedBatch(int messages) {
            this.messages = messages;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = current.read(to, from, length);
            if (read >= 0 || next > messages) {
                return read;
            }
            String text = next == messages
                    ? "BTS|" + messages + "||" + messages * 20 + ".00\r"
                    : charges("M" + next, "V1", ft1(1, "T" + next, "CG", "2", "20.00", "10", ""));
            next++;
            current = new ByteArrayInputStream(bytes(text));
            return read(to, from, length);
        }
    }

    private static Reply written(ByteArrayOutputStream to) {
        return new EachAnswer(to::writeBytes);
    }

    private static List<String> lines(byte[] answer) {
        return Arrays.asList(new String(answer, StandardCharsets.UTF_8).split("\r"));
    }

    private static String names(List<String> lines) {
        return String.join(" ", lines.stream().map(line -> line.substring(0, 3)).toList());
    }

    /** Code and control id of each MSA. */
    private static List<String> said(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("MSA|"))
                .map(line -> line.split("\\|", -1))
                .map(fields -> fields[1] + " " + fields[2])
                .toList();
    }
}
