package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.yibaoban.portal.his.Ack;
import org.yibaoban.portal.his.HisLine;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Another maker's messages, sent to the running server as they are: each is answered with reason, each is kept. */
class SampleMessagesIT extends ServerTest {

    private static final String SAMPLES = "shared/samples/hl7v2/microsoft";
    /** The events that are ours, from files whose content holds enough. */
    private static final Pattern ACCEPTED = Pattern.compile("ADT-A(01|02|03|08|11|13)-.*|ADT01-.*");

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void everySampleIsAnsweredAndKeptByteForByte() throws Exception {
        Map<Path, Ack> answers = new TreeMap<>();
        for (Path sample : samples()) {
            answers.put(sample, Ack.of(HisLine.exchange(Files.readAllBytes(sample))));
        }

        SoftAssertions softly = new SoftAssertions();
        for (Map.Entry<Path, Ack> answered : answers.entrySet()) {
            String name = answered.getKey().getFileName().toString();
            isAnswered(softly, name, answered.getValue());
            softly.assertThat(timesKept(answered.getKey())).as(name + " kept").isEqualTo("1");
        }
        softly.assertAll();
        assertThat(answers).isNotEmpty();
    }

    private static void isAnswered(SoftAssertions softly, String name, Ack ack) {
        if (ACCEPTED.matcher(name).matches()) {
            softly.assertThat(ack.code()).as(name).isEqualTo("AA");
            return;
        }
        softly.assertThat(ack.code()).as(name).matches("AA|AE|AR");
        if (!ack.code().equals("AA")) {
            softly.assertThat(ack.errorCode()).as(name + " ERR-3").matches("1\\d\\d|20\\d");
            softly.assertThat(ack.incident()).as(name + " ERR-7").startsWith("I");
            softly.assertThat(ack.reason()).as(name + " ERR-8").contains(ack.incident());
        }
    }

    private static String timesKept(Path sample) throws Exception {
        return OfficeDatabase.value(
                "select count(*) from raw_message where content = ? and processed_at is not null and answer is not null",
                Files.readAllBytes(sample));
    }

    private static List<Path> samples() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(SAMPLES))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "No " + SAMPLES + " beside the project");
        try (Stream<Path> files = Files.list(folder.get())) {
            return files.sorted().toList();
        }
    }
}
