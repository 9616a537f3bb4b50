package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;
import org.yibaoban.portal.server.ServerTest;

/**
 * The CRD guide's and test kit's files, sent to the running server as they are: a request to the service of its hook, and
 * every file to the order-sign service. The golden table holds names and verdicts only.
 */
class SampleHooksIT extends ServerTest {

    private static final String SAMPLES = "shared/samples/cdshooks";
    private static final String GOLDEN = "/cdshooks/golden-samples.txt";
    private static final Map<String, String> KINDS =
            Map.of("services", "discovery", "cards", "response", "draftOrders", "context", "summary", "card");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OfficeClient his = OfficeClient.as("his");

    @Test
    void everyFileIsAnsweredAsTheGoldenTableSays() throws Exception {
        List<String> table = new ArrayList<>();
        for (Path sample : samples()) {
            table.add(row(sample));
        }

        assertThat(String.join("\n", table)).isEqualTo(golden());
    }

    private String row(Path sample) throws Exception {
        String body = Files.readString(sample);
        JsonNode json = JSON.readTree(body);
        String hook = json.path("hook").asText();
        String own = hook.isEmpty() ? "-" : verdict(his.post("/cds-services/yibaoban-" + hook, body));
        String atSign = verdict(his.post("/cds-services/yibaoban-order-sign", body));
        return sample.getParent().getFileName() + "/" + sample.getFileName() + " | " + kind(json, hook) + " | " + own
                + " | order-sign: " + atSign;
    }

    private static String kind(JsonNode json, String hook) {
        if (!hook.isEmpty()) {
            return hook + " request";
        }
        if (json.isArray()) {
            return "list";
        }
        return KINDS.entrySet().stream()
                .filter(known -> json.has(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> json.path("resourceType").asText("action"));
    }

    private static String verdict(Answer answer) throws Exception {
        if (answer.status() != 200) {
            assertThat(answer.json().path("message").asText()).isNotBlank();
            return String.valueOf(answer.status());
        }
        JsonNode cards = answer.json().path("cards");
        cards.forEach(card -> {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("indicator").asText()).isIn("info", "warning");
        });
        return "200 "
                + StreamSupport.stream(cards.spliterator(), false)
                        .map(card -> card.path("indicator").asText() + " "
                                + card.at("/source/topic/code").asText())
                        .toList();
    }

    private static String golden() throws Exception {
        try (InputStream file = SampleHooksIT.class.getResourceAsStream(GOLDEN)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static List<Path> samples() throws Exception {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(SAMPLES))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "No " + SAMPLES + " beside the project");
        try (Stream<Path> files = Files.walk(folder.get())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
