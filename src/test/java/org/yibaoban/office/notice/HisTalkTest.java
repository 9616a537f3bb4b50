package org.yibaoban.office.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yibaoban.office.notice.HisGateway.HisAnswer;
import org.yibaoban.office.notice.HisGateway.HisAnswer.Outcome;

class HisTalkTest {

    private final Waiting outbox = new Waiting();

    @Test
    void a_receiver_whose_notice_cannot_be_sent_at_all_holds_up_no_other() {
        talk(content -> {
            if (content.equals("first")) {
                throw new IllegalStateException("no such charset");
            }
            return taken();
        });

        assertThat(outbox.taken).containsExactly(2L);
        assertThat(outbox.later.get(1L)).matches("I\\d{8}-[0-9A-Z]{6}");
    }

    @Test
    void a_receiver_that_is_away_is_told_later() {
        talk(content -> {
            throw new IOException("away");
        });

        assertThat(outbox.taken).isEmpty();
        assertThat(outbox.later).containsEntry(1L, "away").containsEntry(2L, "away");
    }

    private static HisAnswer taken() {
        return new HisAnswer(Outcome.TAKEN, "", new byte[0]);
    }

    private void talk(Sending sending) {
        HisReceivers receivers = new HisReceivers(List.of(receiver("first"), receiver("second")));
        new HisTalk(receivers, outbox, sending, Clock.systemUTC()).drain();
    }

    private static HisReceiver receiver(String name) {
        return new HisReceiver(
                name, new HisReceiver.Fhir(URI.create("http://" + name), Optional.empty()), Set.of(NoticeKind.FLAGS));
    }

    /** A line that only sends. */
    private interface Sending extends HisGateway {

        HisAnswer send(String content) throws IOException;

        @Override
        default byte[] write(HisReceiver receiver, HisNotice notice, String controlId) {
            throw new UnsupportedOperationException("nothing is written here");
        }

        @Override
        default HisAnswer send(HisReceiver receiver, byte[] message) throws IOException {
            return send(new String(message, StandardCharsets.UTF_8));
        }
    }

    /** One notice waits for each receiver, whose name it says. */
    private static final class Waiting extends HisOutbox {

        private final Map<String, Due> due = new HashMap<>(Map.of(
                "first", due(1, "first"),
                "second", due(2, "second")));
        private final List<Long> taken = new ArrayList<>();
        private final Map<Long, String> later = new HashMap<>();

        private static Due due(long id, String receiver) {
            return new Due(id, "N" + id, receiver.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Optional<Due> take(String receiver) {
            return Optional.ofNullable(due.remove(receiver));
        }

        @Override
        public void taken(long id, HisAnswer answer) {
            taken.add(id);
        }

        @Override
        public void later(long id, String why) {
            later.put(id, why);
        }
    }
}
