package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/**
 * Another maker's messages, sent to the running server as they are: each is answered with its reason, each is kept. Most
 * of them carry one and the same control id, so that a store which has seen one must hold the next.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SampleMessagesIT extends ServerTest {

    private static final String SAMPLES = "shared/samples/hl7v2/microsoft";
    private static final String DUPLICATE = "205";

    @BeforeEach
    void theStoreHasSeenNone() throws SQLException {
        forget();
    }

    @Test
    void oneAfterTheOtherEachIsAnsweredAndKeptByteForByteAndAControlIdUsedTwiceIsHeld() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        Set<String> seen = new HashSet<>();
        for (Path sample : samples()) {
            byte[] content = Files.readAllBytes(sample);
            int before = timesKept(content);
            Ack ack = Ack.of(HisLine.exchange(content));

            String name = sample.getFileName().toString();
            hasItsReason(softly, name, ack);
            boolean first = seen.add(identity(content));
            softly.assertThat(ack.errorCode().equals(DUPLICATE))
                    .as(name + " held")
                    .isEqualTo(!first);
            softly.assertThat(timesKept(content)).as(name + " kept").isEqualTo(before + 1);
        }
        softly.assertAll();
    }

    @Test
    void eachOnItsOwnIsTakenWhenItIsOursAndHoldsEnough() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        for (Path sample : samples()) {
            forget();
            String name = sample.getFileName().toString();
            Ack ack = Ack.of(HisLine.exchange(Files.readAllBytes(sample)));

            hasItsReason(softly, name, ack);
            softly.assertThat(ack.code()).as(name + ": " + ack.reason()).isEqualTo(expected(name));
        }
        softly.assertAll();
    }

    /** AA also where it waits for its admission. A04 is for outpatients only, and the DFTs are not in yuan. */
    private static String expected(String name) {
        if (name.matches("ADT-A(01|02|03|08|11|13)-.*|ADT01-.*|ADT04-23.*")) {
            return "AA";
        }
        return name.matches("ADT-A04-.*|DFT-P03-.*") ? "AE" : "AR";
    }

    private static void hasItsReason(SoftAssertions softly, String name, Ack ack) {
        softly.assertThat(ack.code()).as(name).matches("AA|AE|AR");
        if (!ack.code().equals("AA")) {
            softly.assertThat(ack.errorCode()).as(name + " ERR-3").matches("1\\d\\d|20\\d");
            softly.assertThat(ack.incident()).as(name + " ERR-7").startsWith("I");
            softly.assertThat(ack.reason()).as(name + " ERR-8").hasSizeGreaterThan(20);
        }
    }

    private static String identity(byte[] message) {
        String[] header = new String(message, StandardCharsets.UTF_8).split("[\r\n]")[0].split("\\|");
        return header[2] + "|" + header[3] + "|" + header[9];
    }

    private static int timesKept(byte[] content) throws SQLException {
        return Integer.parseInt(OfficeDatabase.value(
                "select count(*) from raw_message where content = ? and processed_at is not null", content));
    }

    /** As if the earlier ones had come from others: the bytes that are sent stay as they are. */
    private static void forget() throws SQLException {
        OfficeDatabase.execute("update raw_message set control_id = 'seen-' || id, visit_number = 'seen-' || id"
                + " where sender not like 'HIS|%'");
        OfficeDatabase.execute("update visit set number = 'seen-' || id where number not like 'ZY%'");
    }

    private static List<Path> samples() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(SAMPLES))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "No " + SAMPLES + " beside the project");
        try (Stream<Path> files = Files.list(folder.get())) {
            List<Path> sorted = files.sorted().toList();
            assertThat(sorted).isNotEmpty();
            return sorted;
        }
    }
}
