package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.his.hl7v2.Messages.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Public samples of other makers, as they are. The golden table says what becomes of each on its own, and why; the
 * container tests read it too. It is written anew by {@code -Dgolden.write=true} and holds nothing of a sample's content.
 */
class SampleVerdictsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/hl7v2-samples.tsv");

    @Test
    void every_file_on_its_own_gets_the_verdict_and_the_reason_of_the_golden_table() throws IOException {
        StringBuilder table = new StringBuilder("file\tverdict\terror\twhere\treason\n");
        for (Path file : SharedSamples.hl7v2()) {
            table.append(row(file));
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, table);
        }
        assertThat(table.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void all_files_into_one_store_are_kept_byte_for_byte_and_answered() throws IOException {
        MemoryInbox inbox = new MemoryInbox();
        Hl7Intake intake = new Hl7Intake(inbox, CLOCK);
        for (Path file : SharedSamples.hl7v2()) {
            byte[] content = Files.readAllBytes(file);
            intake.receive(content);
            assertThat(inbox.entries.values())
                    .as(file.toString())
                    .anyMatch(entry -> Arrays.equals(entry.message.content(), content)
                            && (entry.answer != null || entry.verdict.equals("HELD")));
        }
    }

    private static String row(Path file) throws IOException {
        MemoryInbox inbox = new MemoryInbox();
        byte[] content = Files.readAllBytes(file);
        new Hl7Intake(inbox, CLOCK).receive(content);
        // not what was sent: some samples want no answer to a success
        Ack ack = Ack.of(inbox.last().answer);
        assertThat(inbox.last().message.content()).isEqualTo(content);
        assertThat(ack.field("MSA", 2)).isEqualTo(inbox.last().message.controlId());
        return String.join(
                        "\t",
                        file.getFileName().toString(),
                        ack.code(),
                        ack.errorCode(),
                        ack.where(),
                        reason(inbox.last(), ack))
                + "\n";
    }

    private static String reason(MemoryInbox.Entry entry, Ack ack) {
        return switch (entry.verdict) {
            case "APPLIED" -> "applied";
            case "WAITING" -> "waiting";
            default -> ack.reason().replaceAll("I\\d{8}-[A-Z0-9]{6}", "I");
        };
    }
}
