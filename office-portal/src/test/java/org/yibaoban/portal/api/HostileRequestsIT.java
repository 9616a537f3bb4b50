package org.yibaoban.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/**
 * A user who sends anything to the JSON interface: wrong types, huge numbers, missing fields, other people's visits. The
 * routes are those that {@code /openapi} tells of and the fields those that the sources of the routes name, so that a new
 * one is tried by itself. Nothing may be answered as a failure of the server, and each refusal says in both languages what
 * is wrong, with an incident id.
 */
class HostileRequestsIT extends ServerTest {

    /** Who may do something at one of the routes; the first who is let in tries it. */
    private static final List<String> USERS = List.of("office", "cashier", "billing", "his");

    private static final Pattern INCIDENT = Pattern.compile("I\\d{8}-[0-9A-Z]{6}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}{2}");
    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} [A-Za-z]");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** In all fields at once no more than the server reads of a body that is refused: it waits half a minute for the rest. */
    private static final String LONG = "9".repeat(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> faults = new LinkedHashSet<>();
    private int sent;

    /** The requests may have stopped the line to the payer. */
    @AfterAll
    static void openTheLine() throws Exception {
        OfficeClient.as("office").post("/api/payer/resumption", "{\"reason\": \"测试结束\"}");
    }

    @Test
    void noRequestIsAnsweredAsAFailureAndEachRefusalTellsWhatIsWrong() throws Exception {
        HisStay stay = SettledStay.of(Person.stranger());
        Set<String> fields = RouteSources.fields();
        assertThat(fields).contains("seen", "parts", "reason", "quantity", "approve");
        List<Route> routes = Route.described(client);
        assertThat(routes).hasSizeGreaterThan(40);

        for (Route route : routes) {
            attack(route, stay.visit(), fields);
        }

        assertThat(sent).isGreaterThan(800);
        assertThat(faults).as("%d requests", sent).isEmpty();
    }

    @Test
    void anAddressThatIsNoneIsToldAsOne() throws Exception {
        for (String path : List.of("/api/nothing", "/api/cashier", "/api/visits", "/api/tabular/loads/none")) {
            judge("office", "GET", path, send("office", "GET", path, "application/json", Optional.empty()));
        }

        assertThat(faults).isEmpty();
    }

    private void attack(Route route, String visit, Set<String> fields) throws Exception {
        String user = allowed(route, visit);
        for (String value :
                List.of("0", "-1", "9223372036854775808", "x", "\u0000", "🏥", "' or 1=1 --", "<b>", LONG)) {
            tried(user, route, route.path(value), Optional.empty());
        }
        for (String parameter : route.queries()) {
            for (String value : values()) {
                tried(
                        user,
                        route,
                        route.path(visit) + "?" + encoded(parameter) + "=" + encoded(value),
                        Optional.empty());
            }
        }
        if (route.takesBody()) {
            for (String body : bodies(fields)) {
                tried(user, route, route.path(visit), Optional.of(body));
            }
        }
        for (String type : List.of("text/plain", "application/xml", "multipart/form-data")) {
            String path = route.path(visit);
            judge(user, route.verb(), path, send(user, route.verb(), path, type, Optional.of("{}")));
        }
        judge(
                user,
                "PATCH",
                route.path(visit),
                send(user, "PATCH", route.path(visit), "application/json", Optional.of("{}")));
    }

    /** Who is let in with a request that does nothing. */
    private String allowed(Route route, String visit) throws Exception {
        for (String user : USERS) {
            HttpResponse<String> answer =
                    send(user, route.verb(), route.path("0"), "application/json", Optional.of("[]"));
            judge(user, route.verb(), route.path("0"), answer);
            if (answer.statusCode() != 403 && answer.statusCode() != 401) {
                return user;
            }
        }
        throw new AssertionError("nobody is let in at " + route);
    }

    private void tried(String user, Route route, String path, Optional<String> body) throws Exception {
        judge(user, route.verb(), path, send(user, route.verb(), path, "application/json", body));
    }

    private static List<String> values() {
        return List.of(
                "",
                "x",
                "-1",
                "1e999999999",
                "99999999999999999999",
                "+999999999-12-31",
                "-999999999-01-01",
                "0000-00-00",
                "2026-02-30",
                "\u0000",
                LONG);
    }

    /** Bodies that are no object, and objects whose fields have a wrong value. */
    private static List<String> bodies(Set<String> fields) {
        List<String> bodies = new ArrayList<>(List.of(
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{}",
                "{} {}",
                "\u0000",
                "[".repeat(5_000),
                "{\"x\":".repeat(5_000)));
        List<String> values = new ArrayList<>(List.of(
                "null",
                "true",
                "1",
                "-1",
                "0.5",
                "1e999999999",
                "99999999999999999999",
                "4294967296",
                "[]",
                "{}",
                "[[]]",
                "[{}]",
                "{\"CASH\": 1}",
                "{\"CASH\": null}",
                "{\"CASH\": \"1e999999999\"}",
                "{\"CASH\": \"-5\"}",
                "{\"CASH\": \"999999999999999.00\"}",
                "{\"CASH\": \"90000000000000000\", \"MOBILE\": \"90000000000000000\"}",
                "{\"x\": \"1\"}",
                "[{\"code\": \"x\", \"quantity\": 1e999999999}]",
                "[{\"code\": 5, \"quantity\": \"x\"}]"));
        for (String text : values()) {
            values.add(quoted(text));
        }
        for (String value : values) {
            bodies.add(mixed(fields, value));
        }
        return bodies;
    }

    /** The fields that come first in most routes are right, so that the others are looked at. */
    private static String mixed(Set<String> fields, String value) {
        StringBuilder body =
                new StringBuilder("{\"seen\": 0, \"approve\": false, \"confirm\": false, \"quantity\": \"1\"");
        for (String field : fields) {
            if (!Set.of("seen", "approve", "confirm", "quantity").contains(field)) {
                body.append(", ").append(quoted(field)).append(": ").append(value);
            }
        }
        return body.append('}').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\u0000", "\\u0000") + '"';
    }

    private void judge(String user, String verb, String path, HttpResponse<String> answer) {
        String told = user + " " + verb + " " + (path.length() > 120 ? path.substring(0, 120) : path) + " -> "
                + answer.statusCode() + " ";
        String body = answer.body();
        String shown = body.length() > 300 ? body.substring(0, 300) : body;
        if (answer.statusCode() >= 500) {
            faults.add(told + shown);
        } else if (path.split("\\?")[0].contains("%00")) {
            refusedByTheServer(told, answer.statusCode());
        } else if (answer.statusCode() >= 400 && !isTold(body)) {
            faults.add(told + "does not tell what is wrong: " + shown);
        }
    }

    /** Such a path does not come as far as to us, so that nothing can be told. */
    private void refusedByTheServer(String told, int status) {
        if (status != 400) {
            faults.add(told + "the server let U+0000 through");
        }
    }

    private static boolean isTold(String body) {
        try {
            JsonNode json = OfficeClient.read(body);
            String words =
                    json.path("chinese").asText() + " " + json.path("message").asText();
            return INCIDENT.matcher(json.path("incident").asText()).matches()
                    && CHINESE.matcher(words).find()
                    && ENGLISH.matcher(words).find();
        } catch (IOException noJson) {
            return false;
        }
    }

    private HttpResponse<String> send(String user, String verb, String path, String type, Optional<String> body)
            throws Exception {
        sent++;
        String credentials = Base64.getEncoder().encodeToString((user + ":demo-2026").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(ServerSuite.address() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", type)
                .method(verb, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            // the server ends a kept connection on which it did not read a refused body: asked once more on another
            return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A route as the document describes it. */
    record Route(String verb, String template, Set<String> queries, boolean takesBody) {

        private static final Set<String> VERBS = Set.of("get", "post", "put", "delete");

        static List<Route> described(HttpClient client) throws Exception {
            HttpRequest request = HttpRequest.newBuilder(URI.create(ServerSuite.address() + "/openapi?format=JSON"))
                    .header("Accept", "application/json")
                    .build();
            JsonNode paths = OfficeClient.read(
                            client.send(request, BodyHandlers.ofString()).body())
                    .path("paths");
            List<Route> routes = new ArrayList<>();
            paths.fields().forEachRemaining(path -> {
                if (path.getKey().startsWith("/api/")) {
                    path.getValue().fields().forEachRemaining(verb -> {
                        if (VERBS.contains(verb.getKey())) {
                            routes.add(of(verb.getKey(), path.getKey(), verb.getValue(), path.getValue()));
                        }
                    });
                }
            });
            return routes;
        }

        private static Route of(String verb, String path, JsonNode operation, JsonNode shared) {
            Set<String> queries = new TreeSet<>();
            for (JsonNode holder : List.of(operation, shared)) {
                for (JsonNode parameter : holder.path("parameters")) {
                    if (parameter.path("in").asText().equals("query")) {
                        queries.add(parameter.path("name").asText());
                    }
                }
            }
            return new Route(verb.toUpperCase(Locale.ROOT), path, queries, operation.has("requestBody"));
        }

        /** With a value in place of each parameter that is free. */
        String path(String value) {
            return template.replaceAll("\\{\\w+: ?(\\w+)\\|[^}]*}", "$1")
                    .replace("{receipt}", encoded(value).startsWith("ZY") ? "SK-00000001" : encoded(value))
                    .replace("{kind}", "reversal")
                    .replace("{step}", "explanation")
                    .replaceAll("\\{[^}]*}", encoded(value).replace("$", "\\$"));
        }
    }
}
