package org.yibaoban.launcher.day;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.Optional;

/** The office's HTTP doors: the order hook as the HIS, consents as the insurance office, claims as the billing clerk. */
final class OfficeHttp {

    private static final String HIS = basic("his");
    private static final String CLERK = basic("billing");
    private static final String OFFICER = basic("office");
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int FAILURES = 4;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final String base;

    OfficeHttp(URI base) {
        this.base = base.toString().replaceAll("/+$", "");
    }

    /** An answer with its body, which is an empty object where it is no JSON. */
    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asText("");
        }
    }

    /** @throws IOException when the office is away, or not deployed yet */
    Answer visit(String number) throws IOException, InterruptedException {
        return send(request("/api/visits/" + number, CLERK).GET().build());
    }

    /** @throws IOException when the office is away, or not deployed yet */
    Answer claim(String visit) throws IOException, InterruptedException {
        return send(request("/api/visits/" + visit + "/claim", CLERK)
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** @throws IOException when the office is away, or not deployed yet */
    Answer orderSign(String body) throws IOException, InterruptedException {
        return send(request(OrderHook.SERVICE, HIS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** @throws IOException when the office is away, or not deployed yet */
    Answer consents(String visit) throws IOException, InterruptedException {
        return send(request("/api/visits/" + visit + "/consents", OFFICER).GET().build());
    }

    /**
     * As the insurance office.
     *
     * @throws IOException when the office is away, or not deployed yet
     */
    Answer post(String path, String body) throws IOException, InterruptedException {
        return send(request(path, OFFICER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String user) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", user);
    }

    /** A failure of the office (500) may pass, so it is asked again a few times; then it is the answer. */
    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (int i = 0; i < FAILURES && response.statusCode() == FAILED; i++) {
            Thread.sleep(Duration.ofMillis(250L << i).toMillis());
            response = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
        Optional<JsonNode> body = json(response.body());
        boolean notDeployedYet = response.statusCode() == NOT_FOUND && body.isEmpty();
        if (response.statusCode() > FAILED || notDeployedYet) {
            throw new IOException(
                    "HTTP " + response.statusCode() + " from " + request.uri().getPath());
        }
        return new Answer(response.statusCode(), body.orElseGet(json::createObjectNode));
    }

    private Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(json.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** The password of every demonstration user, see docs/demo.md. */
    private static String basic(String user) {
        String credentials = user + ":demo-2026";
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }
}
