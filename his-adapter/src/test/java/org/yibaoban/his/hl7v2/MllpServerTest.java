package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;
import static org.yibaoban.his.hl7v2.Messages.admit;
import static org.yibaoban.his.hl7v2.Messages.bytes;
import static org.yibaoban.his.hl7v2.Messages.charges;
import static org.yibaoban.his.hl7v2.Messages.ft1;
import static org.yibaoban.his.hl7v2.Messages.header;
import static org.yibaoban.his.hl7v2.Messages.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class MllpServerTest {

    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final Duration HALF_FRAME = Duration.ofMillis(300);

    private final MemoryInbox inbox = new MemoryInbox();
    private MllpServer server;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        server = server(new Hl7Intake(inbox, CLOCK), 8);
        port = server.start(0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void one_connection_carries_many_messages() throws IOException {
        try (MllpClient client = client()) {
            for (int i = 0; i < 200; i++) {
                assertThat(Ack.of(client.send(bytes(admit("M" + i, "V" + i)))).field("MSA", 2))
                        .isEqualTo("M" + i);
            }
        }
        assertThat(inbox.applied).hasSize(200);
    }

    @Test
    void many_connections_are_served_at_once() {
        List<CompletableFuture<Void>> senders = IntStream.range(0, 6)
                .mapToObj(n -> CompletableFuture.runAsync(() -> sendTwenty(n), Executors.newCachedThreadPool()))
                .toList();

        senders.forEach(CompletableFuture::join);

        assertThat(inbox.applied).hasSize(120);
    }

    @Test
    void two_messages_in_one_read_are_answered_in_their_order() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(MllpClient.framed(bytes(admit("M1", "V1"))));
        both.write(MllpClient.framed(bytes(admit("M2", "V2"))));
        try (Wire wire = wire()) {
            wire.write(both.toByteArray());

            assertThat(wire.answer().field("MSA", 2)).isEqualTo("M1");
            assertThat(wire.answer().field("MSA", 2)).isEqualTo("M2");
        }
    }

    @Test
    void a_slow_sender_is_waited_for() throws Exception {
        byte[] frame = MllpClient.framed(bytes(admit("M1", "V1")));
        try (Wire wire = wire()) {
            for (int from = 0; from < frame.length; from += 40) {
                wire.write(java.util.Arrays.copyOfRange(frame, from, Math.min(frame.length, from + 40)));
                Thread.sleep(20);
            }
            assertThat(wire.answer().code()).isEqualTo("AA");
        }
    }

    @Test
    void the_carriage_return_after_the_end_block_may_be_missing() throws IOException {
        byte[] frame = MllpClient.framed(bytes(admit("M1", "V1")));
        try (Wire wire = wire()) {
            wire.write(java.util.Arrays.copyOf(frame, frame.length - 1));
            assertThat(wire.answer().code()).isEqualTo("AA");
            wire.write(MllpClient.framed(bytes(admit("M2", "V2"))));
            assertThat(wire.answer().field("MSA", 2)).isEqualTo("M2");
        }
    }

    @Test
    void a_missing_start_block_loses_nothing() throws IOException {
        byte[] frame = MllpClient.framed(bytes(admit("M1", "V1")));
        try (Wire wire = wire()) {
            wire.write(java.util.Arrays.copyOfRange(frame, 1, frame.length));

            assertThat(wire.answer().code()).isEqualTo("AA");
        }
    }

    @Test
    void a_frame_that_stalls_is_kept_answered_and_its_connection_closed() throws IOException {
        try (Wire wire = wire()) {
            wire.write(bytes("\u000b" + admit("M1", "V1")));

            Ack ack = wire.answer();
            assertThat(ack.code()).isEqualTo("AE");
            assertThat(ack.field("ERR", 8)).contains("等待超时").contains("not finished in time");
            assertThat(wire.closed()).isTrue();
        }
        assertThat(inbox.last().message.content()).isEqualTo(bytes(admit("M1", "V1")));
        assertThat(inbox.applied).isEmpty();
    }

    @Test
    void a_frame_given_up_for_a_new_one_is_kept_and_only_the_new_one_answered() throws IOException {
        try (Wire wire = wire()) {
            wire.write(bytes("\u000b" + admit("M1", "V1").substring(0, 150)));
            wire.write(MllpClient.framed(bytes(admit("M1", "V1"))));

            assertThat(wire.answer().code()).isEqualTo("AA");
        }
        assertThat(inbox.entries).hasSize(2);
        assertThat(inbox.entries.get(1L).verdict).isEqualTo("ERROR");
    }

    @Test
    void a_connection_cut_in_the_middle_leaves_what_came_in_the_store() throws Exception {
        try (Wire wire = wire()) {
            wire.write(bytes("\u000b" + admit("M1", "V1").substring(0, 150)));
        }
        for (int i = 0; i < 100 && inbox.entries.isEmpty(); i++) {
            Thread.sleep(20);
        }
        assertThat(inbox.last().message.content())
                .hasSize(bytes(admit("M1", "V1").substring(0, 150)).length);
        try (MllpClient client = client()) {
            assertThat(Ack.of(client.send(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void garbage_and_an_empty_frame_are_kept_and_answered_and_the_connection_goes_on() throws IOException {
        try (MllpClient client = client()) {
            assertThat(Ack.of(client.send(bytes("GET / HTTP/1.1"))).code()).isEqualTo("AE");
            assertThat(Ack.of(client.send(new byte[0])).code()).isEqualTo("AE");
            assertThat(Ack.of(client.send(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
        }
        assertThat(inbox.entries).hasSize(3);
    }

    @Test
    void a_message_of_four_megabytes_is_taken() throws IOException {
        List<String> lines = new ArrayList<>();
        int bytes = 0;
        for (int i = 1; bytes < 4_000_000; i++) {
            lines.add(ft1(i, "T" + i, "CG", "2", "25.00", "12.5", ""));
            bytes += lines.get(i - 1).length() + 1;
        }
        try (MllpClient client = client()) {
            client.send(bytes(admit("M1", "V1")));
            Ack ack = Ack.of(client.send(bytes(charges("M2", "V1", lines.toArray(String[]::new)))));
            assertThat(ack.code()).isEqualTo("AA");
        }
        assertThat(inbox.ledger).hasSize(lines.size());
    }

    @Test
    void a_message_beyond_the_limit_is_AR_and_its_connection_closed_and_others_are_not_troubled() throws IOException {
        byte[] huge = bytes(admit("M1", "V1") + "NTE|" + "x".repeat(9_000_000));
        try (Wire wire = wire()) {
            wire.write(MllpClient.framed(huge));

            Ack ack = wire.answer();
            assertThat(ack.code()).isEqualTo("AR");
            assertThat(ack.field("MSA", 2)).isEqualTo("M1");
            assertThat(ack.field("ERR", 8)).contains("超过允许的大小");
            assertThat(wire.closed()).isTrue();
        }
        assertThat(inbox.last().message.content()).hasSize(64 * 1024);
        try (MllpClient client = client()) {
            assertThat(Ack.of(client.send(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void a_connection_too_many_waits_until_a_silent_one_makes_room() throws IOException {
        restart(1);
        try (MllpClient first = client()) {
            first.send(bytes(admit("M1", "V1")));
            try (MllpClient second = client()) {
                assertThat(Ack.of(second.send(bytes(admit("M2", "V2")))).code()).isEqualTo("AA");
            }
            assertThatThrownBy(() -> first.send(bytes(admit("M3", "V3")))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_silent_connection_stays_where_nobody_waits_for_its_place() throws Exception {
        restart(1);
        try (MllpClient only = client()) {
            only.send(bytes(admit("M1", "V1")));
            Thread.sleep(600);
            assertThat(Ack.of(only.send(bytes(admit("M2", "V2")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void far_more_senders_than_places_are_all_served_with_a_connection_for_each_message() {
        restartUnchecked(3);
        List<CompletableFuture<Void>> senders = IntStream.range(0, 24)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 5; i++) {
                                String id = n + "-" + i;
                                try (MllpClient client = client()) {
                                    assertThat(Ack.of(client.send(bytes(admit("M" + id, "V" + id))))
                                                    .code())
                                            .isEqualTo("AA");
                                } catch (IOException failed) {
                                    throw new IllegalStateException(failed);
                                }
                            }
                        },
                        Executors.newCachedThreadPool()))
                .toList();

        senders.forEach(CompletableFuture::join);

        assertThat(inbox.applied).hasSize(120);
    }

    @Test
    void more_large_messages_than_turns_are_all_taken() {
        byte[] large = bytes("NTE|1||" + "x".repeat(3_000_000));
        List<CompletableFuture<Void>> senders = IntStream.range(0, 7)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> {
                            try (MllpClient client = client()) {
                                String message = admit("M" + n, "V" + n) + new String(large, StandardCharsets.UTF_8);
                                assertThat(Ack.of(client.send(bytes(message))).code())
                                        .isEqualTo("AA");
                            } catch (IOException failed) {
                                throw new IllegalStateException(failed);
                            }
                        },
                        Executors.newCachedThreadPool()))
                .toList();

        senders.forEach(CompletableFuture::join);

        assertThat(inbox.applied).hasSize(7);
    }

    @Test
    void byte_by_byte_is_slow_and_whole() throws Exception {
        byte[] frame = MllpClient.framed(bytes(admit("M1", "V1")));
        try (Wire wire = wire()) {
            for (byte b : frame) {
                wire.write(new byte[] {b});
            }
            assertThat(wire.answer().code()).isEqualTo("AA");
        }
    }

    @Test
    void a_sender_may_close_its_side_after_the_message_and_still_hear() throws IOException {
        try (Wire wire = wire()) {
            wire.write(MllpClient.framed(bytes(admit("M1", "V1"))));
            wire.socket().shutdownOutput();

            assertThat(wire.answer().code()).isEqualTo("AA");
            assertThat(wire.closed()).isTrue();
        }
    }

    @Test
    void a_sender_that_closes_its_side_in_the_middle_hears_that_it_was_not_whole() throws IOException {
        try (Wire wire = wire()) {
            wire.write(bytes("\u000b" + admit("M1", "V1")));
            wire.socket().shutdownOutput();

            Ack ack = wire.answer();
            assertThat(ack.code()).isEqualTo("AE");
            assertThat(ack.field("MSA", 2)).isEqualTo("M1");
        }
        assertThat(inbox.last().message.content()).isEqualTo(bytes(admit("M1", "V1")));
        assertThat(inbox.applied).isEmpty();
    }

    @Test
    void what_stands_between_frames_is_kept_and_the_frames_are_answered() throws IOException {
        try (Wire wire = wire()) {
            wire.write(MllpClient.framed(bytes(admit("M1", "V1"))));
            wire.write(bytes("noise\r\n"));
            wire.write(MllpClient.framed(bytes(admit("M2", "V2"))));

            assertThat(wire.answer().field("MSA", 2)).isEqualTo("M1");
            assertThat(wire.answer().field("MSA", 2)).isEqualTo("M2");
        }
        assertThat(inbox.entries).hasSize(3);
        assertThat(inbox.entries.get(2L).message.content()).isEqualTo(bytes("noise\r\n"));
    }

    @Test
    void a_sender_that_never_reads_its_answers_is_given_up_and_what_it_sent_is_not() throws Exception {
        // the answers echo the sender's name: more than the sockets' buffers hold
        String longName = "|" + "N".repeat(3_000) + "|";
        StringBuilder many = new StringBuilder("BHS|^~\\&|HIS|YB01\r");
        for (int i = 0; i < 4_000; i++) {
            many.append(message(header("ADT^A99", "M" + i).replace("|HIS|", longName)));
        }
        restart(8, 16 * 1024 * 1024);
        try (Wire deaf = wire()) {
            deaf.write(MllpClient.framed(bytes(many + "BTS|4000\r")));
            for (int i = 0; i < 700 && inbox.size() < 4_001; i++) {
                Thread.sleep(20);
            }
            assertThat(inbox.size()).isEqualTo(4_001);
        }
    }

    @Test
    void in_the_enhanced_mode_both_acknowledgements_come_on_the_same_connection() throws IOException {
        String sent = admit("M1", "V1").replace("|2.5.1||||||", "|2.5.1|||AL|AL||");
        try (MllpClient client = client()) {
            Ack accept = Ack.of(client.send(bytes(sent)));
            Ack application = Ack.of(client.answer());

            assertThat(accept.code()).isEqualTo("CA");
            assertThat(application.code()).isEqualTo("AA");
            assertThat(application.field("MSA", 2)).isEqualTo("M1");
            assertThat(application.field("MSH", 10)).isNotEqualTo(accept.field("MSH", 10));
        }
    }

    @Test
    void a_failing_handler_costs_its_connection_and_not_the_listener() throws IOException {
        server.stop();
        boolean[] failing = {true};
        Hl7Intake intake = new Hl7Intake(inbox, CLOCK);
        server = server(
                new FrameHandler() {
                    @Override
                    public void receive(byte[] frame, Reply reply) {
                        if (failing[0]) {
                            throw new IllegalStateException("bug");
                        }
                        intake.receive(frame, reply);
                    }

                    @Override
                    public void receiveBroken(byte[] part, FrameFault fault, Reply reply) {
                        intake.receiveBroken(part, fault, reply);
                    }
                },
                8);
        port = server.start(0);
        try (MllpClient client = client()) {
            assertThatThrownBy(() -> client.send(bytes(admit("M1", "V1")))).isInstanceOf(IOException.class);
        }
        failing[0] = false;
        try (MllpClient client = client()) {
            assertThat(Ack.of(client.send(bytes(admit("M1", "V1")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void after_stop_nobody_listens_and_a_new_start_works() throws IOException {
        MllpClient idle = client();
        idle.send(bytes(admit("M1", "V1")));

        server.stop();

        assertThatThrownBy(this::client).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> idle.send(bytes(admit("M2", "V2")))).isInstanceOf(IOException.class);
        port = server.start(0);
        try (MllpClient client = client()) {
            assertThat(Ack.of(client.send(bytes(admit("M2", "V2")))).code()).isEqualTo("AA");
        }
    }

    @Test
    void a_client_whose_answer_did_not_come_in_time_must_open_a_new_connection() throws IOException {
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0);
                MllpClient client =
                        new MllpClient("localhost", silent.getLocalPort(), SECONDS, Duration.ofMillis(100))) {
            assertThatThrownBy(() -> client.send(bytes("MSH|"))).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> client.send(bytes("MSH|"))).hasMessageContaining("open a new one");
        }
    }

    private static MllpServer server(FrameHandler handler, int connections) {
        return server(handler, connections, 8 * 1024 * 1024);
    }

    private static MllpServer server(FrameHandler handler, int connections, int maxBytes) {
        return new MllpServer(
                handler,
                Executors.defaultThreadFactory(),
                new MllpSettings(maxBytes, HALF_FRAME, SECONDS, SECONDS, connections, Duration.ofMillis(200)),
                Transport.PLAIN);
    }

    private void restart(int connections) throws IOException {
        restart(connections, 8 * 1024 * 1024);
    }

    private void restart(int connections, int maxBytes) throws IOException {
        server.stop();
        server = server(new Hl7Intake(inbox, CLOCK), connections, maxBytes);
        port = server.start(0);
    }

    private void restartUnchecked(int connections) {
        try {
            restart(connections);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MllpClient client() throws IOException {
        return new MllpClient("localhost", port, SECONDS, SECONDS);
    }

    private void sendTwenty(int sender) {
        try (MllpClient client = client()) {
            for (int i = 0; i < 20; i++) {
                String id = sender + "-" + i;
                assertThat(Ack.of(client.send(bytes(admit("M" + id, "V" + id)))).field("MSA", 2))
                        .isEqualTo("M" + id);
            }
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Wire wire() throws IOException {
        return new Wire(new Socket("localhost", port));
    }

    /** Bytes as a clumsy sender writes them. */
    private record Wire(Socket socket) implements AutoCloseable {

        void write(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        Ack answer() throws IOException {
            socket.setSoTimeout(5000);
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            for (int b = socket.getInputStream().read();
                    b != 0x1C;
                    b = socket.getInputStream().read()) {
                assertThat(b).as("end of stream instead of an answer").isNotNegative();
                content.write(b);
            }
            assertThat(socket.getInputStream().read()).isEqualTo('\r');
            String text = content.toString(StandardCharsets.UTF_8);
            assertThat(text).startsWith("\u000b");
            return Ack.of(text.substring(1).getBytes(StandardCharsets.UTF_8));
        }

        boolean closed() throws IOException {
            socket.setSoTimeout(5000);
            return socket.getInputStream().read() < 0;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
