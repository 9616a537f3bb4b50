package org.yibaoban.launcher;

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
import java.time.Duration;
import java.util.Base64;

/**
 * The office's HTTP doors, spoken to until they answer: the office may be away at any moment. Of several instances the next
 * one is asked when one does not answer, as a balancer does.
 */
final class DeskHttp {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final int FAILED = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final int[] ports;
    private int asked;

    DeskHttp(int... ports) {
        this.ports = ports;
    }

    JsonNode visit(String number) throws InterruptedException, IOException {
        return json.readTree(
                insist(request("billing", "/api/visits/" + number).GET()).body());
    }

    /** What stands at an address. */
    String get(String user, String path) throws InterruptedException {
        return insist(request(user, path).GET()).body();
    }

    /** @return the HTTP status */
    int post(String user, String path, String body) throws InterruptedException {
        return insist(request(user, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** As the HIS; the acknowledgements. */
    String hl7(String messages) throws InterruptedException {
        return insist(request("his", "/api/hl7v2/batch").POST(BodyPublishers.ofString(messages)))
                .body();
    }

    void misbehave(String settings) throws InterruptedException {
        int status = insist(request("billing", "/payer-sandbox/misbehaviour").PUT(BodyPublishers.ofString(settings)))
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("misbehaviour: HTTP " + status);
        }
    }

    /** Who is not answered, or not in full, asks again; a claim asked for twice is one claim. */
    private HttpResponse<String> insist(HttpRequest.Builder request) throws InterruptedException {
        URI wanted = request.build().uri();
        String path = wanted.getRawPath() + (wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery());
        while (true) {
            try {
                request.uri(URI.create("http://localhost:" + ports[asked % ports.length] + path));
                HttpResponse<String> answer =
                        client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
                boolean deployed = answer.statusCode() != 404 || answer.body().contains("YB-");
                if (answer.statusCode() < FAILED && deployed) {
                    return answer;
                }
            } catch (IOException away) {
                // as after a power cut: it comes back
            }
            asked++;
            Thread.sleep(AGAIN.toMillis());
        }
    }

    private HttpRequest.Builder request(String user, String path) {
        String credentials = user + ":demo-2026";
        return HttpRequest.newBuilder(URI.create("http://localhost" + path))
                .timeout(Duration.ofSeconds(40))
                .header("Accept", "*/*")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
