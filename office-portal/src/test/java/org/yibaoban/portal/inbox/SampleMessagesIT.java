package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yibaoban.his.hl7v2.MllpClient;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/**
 * Another maker's messages, sent to the running server as they are: each is answered with its reason, each is kept. Most
 * of them carry one and the same control id, so that a store which has seen one must hold the next.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SampleMessagesIT extends ServerTest {

    private static final String SAMPLES = "shared/samples/hl7v2/microsoft";
    private static final String DUPLICATE = "205";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
            Ack ack = answer(content);

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
    void eachOnItsOwnGetsTheVerdictOfTheGoldenTable() throws Exception {
        Map<String, String> golden = golden();
        SoftAssertions softly = new SoftAssertions();
        for (Path sample : samples()) {
            forget();
            String name = sample.getFileName().toString();
            Ack ack = answer(Files.readAllBytes(sample));

            hasItsReason(softly, name, ack);
            softly.assertThat(ack.code() + " " + ack.errorCode())
                    .as(name + ": " + ack.reason())
                    .isEqualTo(golden.get(name));
        }
        softly.assertAll();
    }

    /** Verdict and ERR-3 of each file, from the table of the adapter's own test. */
    private static Map<String, String> golden() throws IOException {
        try (InputStream table = SampleMessagesIT.class.getResourceAsStream("/golden/hl7v2-samples.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1] + " " + row[2]));
        }
    }

    /** The stored answer: some samples want none to a success. */
    private static Ack answer(byte[] content) throws IOException, SQLException {
        try (MllpClient line = new MllpClient("localhost", ServerSuite.mllpPort(), PATIENCE, PATIENCE)) {
            return Ack.of(line.send(content));
        } catch (SocketTimeoutException noAnswerWanted) {
            String stored = OfficeDatabase.value(
                    "select encode(answer, 'hex') from raw_message where content = ? and control_id not like 'seen-%'"
                            + " order by id desc limit 1",
                    content);
            return Ack.of(HexFormat.of().parseHex(stored));
        }
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
                + " where sender not like 'HIS|%' and control_id not like 'seen-%'");
        OfficeDatabase.execute("update visit set number = 'seen-' || id where number not like 'ZY%'"
                + " and number not like 'seen-%'");
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
