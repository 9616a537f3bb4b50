package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Order checks, charge lines and settlements at a steady pace on the shipped jar: no error, memory flat. Some seconds at a low
 * pace by default; {@code -Pbench-soak} is half an hour at the pace of docs/performance.md.
 */
@Timeout(value = 90, unit = TimeUnit.MINUTES)
class SoakIT {

    private static final Path CONFIG = Path.of(System.getProperty("launcher.config"));
    private static final int SECONDS = Integer.getInteger("soak.seconds");
    private static final double ORDERS = Double.parseDouble(System.getProperty("soak.orders"));
    private static final double LINES = Double.parseDouble(System.getProperty("soak.lines"));
    private static final double SETTLEMENTS = Double.parseDouble(System.getProperty("soak.settlements"));
    private static final int LINES_A_MESSAGE = 5;
    private static final int LINES_A_STAY = 900;
    private static final int OPEN = Math.max(20, (int) (SECONDS * LINES) / LINES_A_STAY);
    private static final int AT_A_TIME = 16;
    private static final int SAMPLES = 60;
    private static final int GLANCE_MILLIS = 200;
    private static final double FLAT = 1.2;
    private static final long SLACK_MEGABYTES = 64;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final InsuredStays stays = new InsuredStays(OPEN + (int) (SECONDS * SETTLEMENTS));
    private PoweredOffice office;

    @AfterEach
    void stop() throws InterruptedException {
        if (office != null) {
            office.close();
        }
    }

    @Test
    void memoryStaysFlatAndNothingFails() throws Exception {
        office = new PoweredOffice(folder.resolve("state"), CONFIG, Map.of());
        office.start();
        stays.register(office);
        for (int i = 0; i < OPEN; i++) {
            hl7(stays.admission(i));
        }
        Pace orders = new Pace("order checks", ORDERS, this::order);
        Pace lines = new Pace(
                "charge messages of 5 lines",
                LINES / LINES_A_MESSAGE,
                n -> hl7(stays.charges(n % OPEN, n, LINES_A_MESSAGE)));
        Pace settlements = new Pace("settlements, from admission", SETTLEMENTS, n -> settle(OPEN + n));
        List<Long> heap = new ArrayList<>();
        Pace memory = new Pace("looks at the memory", SAMPLES / (double) SECONDS, n -> heap.add(heapMegabytes()));

        together(
                orders.lasting(SECONDS, AT_A_TIME),
                lines.lasting(SECONDS, AT_A_TIME),
                settlements.lasting(SECONDS, AT_A_TIME),
                memory.lasting(SECONDS, 1));

        String table = report(heap, orders, lines, settlements);
        System.out.println(table);
        Files.writeString(Path.of("target/soak.md"), table);
        assertThat(Stream.of(orders, lines, settlements, memory).flatMap(pace -> pace.errors().stream()))
                .isEmpty();
        assertThat(office.count("select count(*) from claim where state = 'SETTLED'"))
                .isEqualTo(settlements.done());
        assertThat(office.count("select count(*) from charge_line"))
                .isEqualTo((long) lines.done() * LINES_A_MESSAGE + settlements.done());
        assertThat((double) lowest(heap, 2))
                .as("what is left after collections, in the last third and in the one before: %s", heap)
                .isLessThan(lowest(heap, 1) * FLAT + SLACK_MEGABYTES);
    }

    @SafeVarargs
    private static void together(Callable<Void>... works) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(works.length);
        try {
            for (Future<Void> future : threads.invokeAll(List.of(works))) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The lowest of a third, 0 to 2: just after a full collection. */
    private static long lowest(List<Long> heap, int third) {
        int size = heap.size() / 3;
        return heap.subList(third * size, (third + 1) * size).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    private static String report(List<Long> heap, Pace... paces) {
        StringBuilder text = new StringBuilder(
                        "| %d s | a second | done | errors | p50 ms | p99 ms | most ms |%n".formatted(SECONDS))
                .append("|---|---:|---:|---:|---:|---:|---:|\n");
        Stream.of(paces).forEach(pace -> text.append(pace.row()).append('\n'));
        return text.append("\nHeap used, lowest of each third, MB: %d, %d, %d%n"
                        .formatted(lowest(heap, 0), lowest(heap, 1), lowest(heap, 2)))
                .toString();
    }

    private void order(int number) throws IOException, InterruptedException {
        String entry = "{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"o\",\"status\":\"draft\","
                + "\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"OWN001\"}]},"
                + "\"dispenseRequest\":{\"quantity\":{\"value\":2}}}}";
        String answer = call(
                "his",
                "/cds-services/yibaoban-order-sign",
                "{\"hook\":\"order-sign\",\"hookInstance\":"
                        + "\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\",\"context\":{\"userId\":\"Practitioner/D990000000013\","
                        + "\"patientId\":\"x\",\"encounterId\":\""
                        + stays.visits().get(number % OPEN)
                        + "\",\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[" + entry + "]}}}");
        assertThat(answer).contains("\"cards\"", "\"summary\"");
    }

    private void hl7(String messages) throws IOException, InterruptedException {
        assertThat(call("his", "/api/hl7v2/batch", messages)).contains("|AA|").doesNotContain("|AE|", "|AR|");
    }

    /** From admission to settled. */
    private void settle(int stay) throws IOException, InterruptedException {
        hl7(stays.messages(stay));
        String path = "/api/visits/" + stays.visits().get(stay);
        while (!visit(path).at("/membership/state").asText().equals("VERIFIED")) {
            Thread.sleep(GLANCE_MILLIS);
        }
        call("billing", path + "/claim", "");
        String state = visit(path).at("/claim/state").asText();
        while (!state.equals("SETTLED")) {
            assertThat(state).isIn("QUEUED", "UNKNOWN", "PENDED");
            Thread.sleep(GLANCE_MILLIS);
            state = visit(path).at("/claim/state").asText();
        }
    }

    private JsonNode visit(String path) throws IOException, InterruptedException {
        return json.readTree(call("billing", path, null));
    }

    private long heapMegabytes() throws IOException, InterruptedException {
        return call("office", "/metrics", null)
                .lines()
                .filter(line -> line.startsWith("memory_usedHeap_bytes"))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) >> 20)
                .findFirst()
                .orElseThrow();
    }

    /** Once and no more: what is not answered well is an error. */
    private String call(String user, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + office.httpPort() + path))
                .timeout(Duration.ofSeconds(40))
                .header("Accept", "*/*")
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":demo-2026").getBytes(StandardCharsets.UTF_8)));
        HttpResponse<String> answer = http.send(
                (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() >= 300) {
            throw new IOException("HTTP " + answer.statusCode() + " at " + path + ": " + answer.body());
        }
        return answer.body();
    }
}
