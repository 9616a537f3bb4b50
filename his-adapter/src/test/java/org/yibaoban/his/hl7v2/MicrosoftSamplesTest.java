package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Public samples of another maker, sent over a socket as they are. The golden table is written anew by {@code
 * -Dgolden.write=true}.
 */
@Timeout(60)
class MicrosoftSamplesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/microsoft-samples.tsv");
    private static final Duration SECONDS = Duration.ofSeconds(5);

    @Test
    void every_file_on_its_own_gets_the_verdict_and_the_reason_of_the_golden_table() throws IOException {
        List<Path> files = SharedSamples.microsoft();
        StringBuilder table = new StringBuilder("file\tverdict\terror\twhere\treason\n");
        for (Path file : files) {
            table.append(row(file));
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void all_files_into_one_store_are_acknowledged_and_kept() throws IOException {
        List<Path> files = SharedSamples.microsoft();
        MemoryInbox inbox = new MemoryInbox();
        MllpServer server = server(inbox);
        int port = server.start(0);
        try (MllpClient client = new MllpClient("localhost", port, SECONDS, SECONDS)) {
            for (Path file : files) {
                assertThat(Ack.of(client.send(Files.readAllBytes(file))).code())
                        .as(file.toString())
                        .matches("AA|AE|AR");
            }
        } finally {
            server.stop();
        }
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            assertThat(inbox.entries.values())
                    .as(file.toString())
                    .anyMatch(entry -> java.util.Arrays.equals(entry.message.content(), content));
        }
    }

    private static String row(Path file) throws IOException {
        MemoryInbox inbox = new MemoryInbox();
        MllpServer server = server(inbox);
        int port = server.start(0);
        try (MllpClient client = new MllpClient("localhost", port, SECONDS, SECONDS)) {
            byte[] content = Files.readAllBytes(file);
            Ack ack = Ack.of(client.send(content));
            assertThat(inbox.last().message.content()).isEqualTo(content);
            assertThat(ack.field("MSA", 2)).isEqualTo(inbox.last().message.controlId());
            String reason = ack.reason().replaceAll("I\\d{8}-[A-Z0-9]{6}", "I");
            return String.join(
                            "\t",
                            file.getFileName().toString(),
                            ack.code(),
                            ack.code().equals("AA") ? "" : ack.errorCode(),
                            ack.where(),
                            reason.isEmpty() ? "applied" : reason)
                    + "\n";
        } finally {
            server.stop();
        }
    }

    private static MllpServer server(MemoryInbox inbox) {
        return new MllpServer(
                new Hl7Intake(inbox, CLOCK),
                Executors.defaultThreadFactory(),
                MllpSettings.defaults(),
                Transport.PLAIN);
    }
}
