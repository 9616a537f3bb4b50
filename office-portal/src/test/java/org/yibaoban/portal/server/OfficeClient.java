package org.yibaoban.portal.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.function.Predicate;

/** A program at the office's JSON doors, as one of the demonstration's users or as nobody. */
public final class OfficeClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int GLANCE_MILLIS = 250;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String credentials;

    private OfficeClient(String credentials) {
        this.credentials = credentials;
    }

    public static OfficeClient as(String user) {
        return new OfficeClient(user + ":demo-2026");
    }

    /** A user whose password is another. */
    public static OfficeClient as(String user, String password) {
        return new OfficeClient(user + ":" + password);
    }

    public static OfficeClient asNobody() {
        return new OfficeClient("");
    }

    /** @throws JsonProcessingException when it is no JSON */
    public static JsonNode read(String body) throws JsonProcessingException {
        return JSON.readTree(body);
    }

    /** An answer of the office. */
    public record Answer(int status, String body) {

        public JsonNode json() throws JsonProcessingException {
            return read(body);
        }
    }

    public Answer get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    public Answer post(String path, String json) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Gives a file to the tabular door. */
    public Answer upload(String path, byte[] content) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content))
                .build());
    }

    public Answer claim(String visit) throws Exception {
        return send(request("/api/visits/" + visit + "/claim")
                .POST(BodyPublishers.noBody())
                .build());
    }

    /** Settles a stay that goes on up to the end of a day. */
    public Answer part(String visit, LocalDate through) throws Exception {
        return post("/api/visits/" + visit + "/claim/part", "{\"through\": \"" + through + "\"}");
    }

    /** Asks for a reversal or an acceptance. */
    public Answer ask(String visit, String kind, String reason) throws Exception {
        return post("/api/visits/" + visit + "/claim/" + kind, JSON.writeValueAsString(Map.of("reason", reason)));
    }

    /** Says yes to what another one asked for. */
    public Answer approve(String visit, String kind) throws Exception {
        return post("/api/visits/" + visit + "/claim/" + kind + "/approval", "{\"approve\": true}");
    }

    /** Deletes with a reason. */
    public Answer delete(String path, String reason) throws Exception {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("DELETE", BodyPublishers.ofString(JSON.writeValueAsString(Map.of("reason", reason))))
                .build());
    }

    /** Takes a request back. */
    public Answer recall(String visit, String kind) throws Exception {
        return send(request("/api/visits/" + visit + "/claim/" + kind)
                .header("Content-Type", "application/json")
                .DELETE()
                .build());
    }

    public JsonNode visit(String visit) throws Exception {
        Answer answer = get("/api/visits/" + visit);
        if (answer.status() != 200) {
            throw new AssertionError("HTTP " + answer.status() + ": " + answer.body());
        }
        return answer.json();
    }

    /** Looks at the visit until it is as wanted. */
    public JsonNode awaitVisit(String visit, Predicate<JsonNode> wanted) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode state = visit(visit);
        while (!wanted.test(state)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Still " + state);
            }
            Thread.sleep(GLANCE_MILLIS);
            state = visit(visit);
        }
        return state;
    }

    /** Waits until the payer has said whether it knows the person. */
    public JsonNode awaitMembership(String visit, String wanted) throws Exception {
        return awaitVisit(visit, state -> membership(state).equals(wanted));
    }

    public JsonNode awaitClaim(String visit, String wanted) throws Exception {
        return awaitVisit(visit, state -> claim(state).equals(wanted));
    }

    public static String membership(JsonNode state) {
        return state.path("membership").path("state").asText();
    }

    public static String claim(JsonNode state) {
        return state.path("claim").path("state").asText();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(ServerSuite.address() + path)).timeout(PATIENCE);
        if (!credentials.isEmpty()) {
            String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        return request;
    }

    private Answer send(HttpRequest request) throws Exception {
        HttpResponse<String> response =
                client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body());
    }
}
