package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.notice.HisGateway.HisAnswer;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.NoticeKind;

@Timeout(20)
class MllpHisGatewayTest {

    private static final byte[] MESSAGE =
            "MSH|^~\\&|A|B|C|D|20261122||ORU^R01|N1|P|2.5.1\r".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource({
        "MSA|AA|N1, TAKEN",
        "MSA|CA|N1, TAKEN",
        "MSA|AE|N1|没有此就诊, REFUSED",
        "MSA|CE|N1, REFUSED",
        "MSA|AR|N1, LATER",
        "MSA|AA|N2, LATER",
        "ZZZ|no acknowledgement, LATER"
    })
    void anAnswerCountsOnlyWhenItIsToThisMessage(String answered, HisAnswer.Outcome outcome) throws Exception {
        HisAnswer answer = exchange("MSH|^~\\&|C|D|A|B|20261122||ACK|X|P|2.5.1\r" + answered + "\r");

        assertThat(answer.outcome()).isEqualTo(outcome);
        if (outcome != HisAnswer.Outcome.LATER) {
            assertThat(answer.text()).startsWith(answered.substring(4, 6));
        }
    }

    @Test
    void noAnswerAtAllIsAFailureOfTheLine() {
        assertThatThrownBy(() -> exchange("")).isInstanceOf(IOException.class);
    }

    @Test
    void aReceiverThatIsNotThereIsAFailureOfTheLine() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        assertThatThrownBy(() -> new MllpHisGateway(CLOCK).send(receiver(free), MESSAGE))
                .isInstanceOf(IOException.class);
    }

    /** Sends to a receiver that gives this answer; a blank one closes the line. */
    private static HisAnswer exchange(String answer) throws Exception {
        try (ServerSocket door = new ServerSocket(0)) {
            CompletableFuture<Void> his = CompletableFuture.runAsync(() -> {
                try (Socket line = door.accept()) {
                    InputStream in = line.getInputStream();
                    while (in.read() != 0x1c) {
                        // until the end of the frame
                    }
                    if (!answer.isEmpty()) {
                        line.getOutputStream().write(MllpClient.framed(answer.getBytes(StandardCharsets.UTF_8)));
                        line.getOutputStream().flush();
                        in.read();
                    }
                } catch (IOException closed) {
                    throw new UncheckedIOException(closed);
                }
            });
            try {
                return new MllpHisGateway(CLOCK).send(receiver(door.getLocalPort()), MESSAGE);
            } finally {
                his.handle((done, failed) -> null).join();
            }
        }
    }

    private static HisReceiver receiver(int port) {
        return new HisReceiver(
                "HIS",
                new HisReceiver.Mllp("localhost", port, "HIS", "990000", StandardCharsets.UTF_8, "2.5.1"),
                Set.of(NoticeKind.SETTLEMENT));
    }
}
