package org.yibaoban.his.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client's server is asked only where it is allowed, and never for long. */
class HttpFhirReaderTest {

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String base;
    private HttpFhirReader reader;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        base = "http://localhost:" + server.getAddress().getPort() + "/r4";
        answer("/r4/Encounter/1", 200, "{\"resourceType\":\"Encounter\"}", 0);
        answer("/r4/Encounter/slow", 200, "{\"resourceType\":\"Encounter\"}", 2_000);
        answer("/r4/Encounter/gone", 404, "{\"resourceType\":\"OperationOutcome\"}", 0);
        answer("/r4/Encounter/html", 200, "<html/>", 0);
        answer("/r4/Encounter/large", 200, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}", 0);
        server.createContext("/r4/Encounter/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", base + "/Encounter/1");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        reader = new HttpFhirReader(Set.of(base), Duration.ofMillis(400));
        reader.read(base, "", "Encounter/1"); // the first connection of a JVM takes its time
        authorizations.clear();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aResourceIsReadWithTheClientsToken() {
        assertThat(reader.read(base + "/", "secret", "Encounter/1")).isPresent();
        assertThat(authorizations).containsExactly("Bearer secret");
    }

    @Test
    void aServerThatIsNotOnTheListIsNotCalled() {
        HttpFhirReader other = new HttpFhirReader(Set.of("https://fhir.example.org"), Duration.ofMillis(400));

        assertThat(other.read(base, "secret", "Encounter/1")).isEmpty();
        assertThat(other.read(base + "@fhir.example.org", "secret", "Encounter/1"))
                .isEmpty();
        assertThat(authorizations).isEmpty();
    }

    @Test
    void aSlowServerIsGivenUp() {
        // waited for, it would be there
        assertThat(reader.read(base, "", "Encounter/slow")).isEmpty();
    }

    @Test
    void whatIsNoResourceIsNone() {
        assertThat(reader.read(base, "", "Encounter/gone")).isEmpty();
        assertThat(reader.read(base, "", "Encounter/html")).isEmpty();
        assertThat(reader.read(base, "", "Encounter/large")).isEmpty();
        assertThat(reader.read(base, "", "Encounter/moved")).isEmpty();
    }

    private void answer(String path, int status, String body, long afterMillis) {
        server.createContext(path, exchange -> {
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            try {
                Thread.sleep(afterMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
