package org.yibaoban.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ReadinessIT extends ServerTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void isReadyWhenTheDatabaseAnswersAndItsSchemaIsOurs() throws Exception {
        HttpResponse<String> response = get("/health/ready");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"name\":\"office-database\",\"status\":\"UP\"");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(ServerSuite.address() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
