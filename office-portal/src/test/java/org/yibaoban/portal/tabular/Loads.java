package org.yibaoban.portal.tabular;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.OfficeClient.Answer;

/** Files given to the tabular door over HTTP, as an officer's program does it. */
final class Loads {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final OfficeClient OFFICER = OfficeClient.as("office");

    private Loads() {}

    /** Gives a file and waits for the end of its dry run. */
    static JsonNode checked(String map, String text) throws Exception {
        return checked(map, text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode checked(String map, byte[] file) throws Exception {
        Answer answer = OFFICER.upload("/api/tabular/loads?file=test.csv&map=" + map, file);
        if (answer.status() != 201) {
            throw new AssertionError("HTTP " + answer.status() + ": " + answer.body());
        }
        return await(answer.json().get("id").asLong(), "CHECKED", "FAILED");
    }

    /** Gives a file, and loads it after its dry run. */
    static JsonNode loaded(String map, String text) throws Exception {
        return loaded(map, text.getBytes(StandardCharsets.UTF_8));
    }

    static JsonNode loaded(String map, byte[] file) throws Exception {
        return load(checked(map, file));
    }

    static JsonNode load(JsonNode checked) throws Exception {
        start(checked.get("id").asLong());
        return await(checked.get("id").asLong(), "DONE", "FAILED");
    }

    static void start(long id) throws Exception {
        Answer answer = OFFICER.post("/api/tabular/loads/" + id + "/start", "");
        if (answer.status() != 200) {
            throw new AssertionError("HTTP " + answer.status() + ": " + answer.body());
        }
    }

    static JsonNode await(long id, String... states) throws Exception {
        return await(id, load -> Stream.of(states).anyMatch(load.get("state").asText()::equals));
    }

    static JsonNode await(long id, Predicate<JsonNode> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode load = OFFICER.get("/api/tabular/loads/" + id).json();
        while (!wanted.test(load)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still " + load);
            }
            Thread.sleep(200);
            load = OFFICER.get("/api/tabular/loads/" + id).json();
        }
        return load;
    }

    static JsonNode rejected(JsonNode load) throws Exception {
        return OFFICER.get("/api/tabular/loads/" + load.get("id").asLong() + "/rejected")
                .json();
    }

    /** The public samples beside the project; empty where they are not. */
    static Optional<Path> samples() {
        return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/samples"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
