package org.yibaoban.fhir.client;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Access tokens of one client, kept until shortly before they expire. Safe for several threads. */
final class AccessTokens {
    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final int SHORT_LIVED_SECONDS = 60;

    private final OAuthClient client;
    private final HttpClient http;
    private final Duration patience;
    private final Clock clock;
    private String token = "";
    private Instant until = Instant.MIN;

    AccessTokens(OAuthClient client, HttpClient http, Duration patience, Clock clock) {
        this.client = client;
        this.http = http;
        this.patience = patience;
        this.clock = clock;
    }

    /** @throws IOException when there is none to be had; nothing was said to the payer then */
    synchronized String token() throws IOException, InterruptedException {
        if (token.isEmpty() || !clock.instant().isBefore(until)) {
            fetch();
        }
        return token;
    }

    /** The payer did not take this one. */
    synchronized void forget(String refused) {
        if (token.equals(refused)) {
            token = "";
        }
    }

    private void fetch() throws IOException, InterruptedException {
        String form =
                "grant_type=client_credentials" + (client.scope().isBlank() ? "" : "&scope=" + encoded(client.scope()));
        String credentials = encoded(client.id()) + ":" + encoded(client.secret());
        HttpRequest request = HttpRequest.newBuilder(client.tokenAddress())
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("token endpoint answered HTTP " + answer.statusCode());
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject json = reader.readObject();
            token = json.getString("access_token");
            Duration life = Duration.ofSeconds(json.getInt("expires_in", SHORT_LIVED_SECONDS));
            until = clock.instant().plus(life).minus(EARLY);
        } catch (JsonException | NullPointerException | ClassCastException e) {
            throw new IOException("token endpoint answered no token", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
