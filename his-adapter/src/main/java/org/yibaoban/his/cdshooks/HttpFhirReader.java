package org.yibaoban.his.cdshooks;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads from the FHIR servers of the allow-list alone, within a fraction of the half second that a hook has. The client's
 * token goes to no other server: redirects are not followed.
 */
public final class HttpFhirReader implements FhirReader {

    private static final Logger LOG = System.getLogger(HttpFhirReader.class.getName());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
    private static final int MOST_BYTES = 1 << 20;

    private final Set<String> allowed;
    private final Duration patience;
    private final HttpClient http;

    /** @param patience for the whole of one answer, connection included */
    public HttpFhirReader(Set<String> allowed, Duration patience) {
        this.allowed = Set.copyOf(allowed);
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Optional<JsonObject> read(String server, String token, String path) {
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        if (!allowed.contains(base)) {
            return Optional.empty();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/" + path))
                .timeout(patience)
                .header("Accept", "application/fhir+json, application/json");
        if (!token.isBlank()) {
            request.header("Authorization", "Bearer " + token);
        }
        return body(request.GET().build()).flatMap(HttpFhirReader::resource);
    }

    private Optional<String> body(HttpRequest request) {
        var answer = http.sendAsync(request, BodyHandlers.ofInputStream()).thenApply(HttpFhirReader::limited);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            LOG.log(
                    Level.INFO,
                    "a hook's FHIR server did not answer: {0}",
                    e.getClass().getSimpleName());
            return Optional.empty();
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<String> limited(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            return response.statusCode() == 200 && bytes.length <= MOST_BYTES
                    ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonObject> resource(String body) {
        try (JsonReader reader = READERS.createReader(new StringReader(body))) {
            return Optional.of(reader.readObject());
        } catch (JsonException notJson) {
            return Optional.empty();
        }
    }
}
