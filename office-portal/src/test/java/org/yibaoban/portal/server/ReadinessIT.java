package org.yibaoban.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReadinessIT extends ServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReadyWhenTheDatabaseAnswersAndItsSchemaIsOurs() throws Exception {
        HttpResponse<String> response = get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"office-database\",\"status\":\"UP\"");
    }

    /** The figures that docs/operating.md tells of. */
    @Test
    void theOperatorsFiguresAreAmongTheMetrics() throws Exception {
        String metrics = get("/metrics").body();

        assertThat(metrics.lines())
                .anyMatch(figure("yibaoban_messages_lately", "verdict=\"applied\""))
                .anyMatch(figure("yibaoban_messages_open", "verdict=\"waiting\""))
                .anyMatch(figure("yibaoban_queued", "queue=\"payer\""))
                .anyMatch(figure("yibaoban_queued", "queue=\"indicators\""))
                .anyMatch(figure("yibaoban_queue_oldest_seconds", "queue=\"notices\""))
                .anyMatch(figure("yibaoban_claims_unknown", "payer=\"all\""))
                .anyMatch(figure("yibaoban_loads_abandoned", "job=\"loads\""));
    }

    @Test
    void theRoutesAreDescribed() throws Exception {
        assertThat(get("/openapi").body())
                .contains("/api/visits/{number}/claim", "/api/indicators", "Makes the claim of a discharged visit");
    }

    /** A line with a number for this figure. */
    private static Predicate<String> figure(String name, String tag) {
        return line -> line.startsWith(name + "{") && line.contains(tag) && line.matches(".*\\} [0-9.E]+( .*)?");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(ServerSuite.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
