package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yibaoban.portal.server.ServerSuite;

/** Someone who tries every door: as a person with a session at the pages, with HTTP Basic at the doors of machines. */
final class Visitor {

    static final Pattern VIEW_STATE = Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "demo-2026";

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Optional<String> user;

    private Visitor(Optional<String> user) {
        this.user = user;
    }

    static Visitor nobody() {
        return new Visitor(Optional.empty());
    }

    /** One of the demonstration's users; a machine's user stays without a session, for the login lets none in. */
    static Visitor as(String user) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(Optional.of(user));
        visitor.login(user);
        return visitor;
    }

    /** Opens a page and sends its state back with some fields, as a script in the visitor's hands could. */
    HttpResponse<String> sendBack(String page, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        Matcher state =
                VIEW_STATE.matcher(send("GET", address, Optional.empty()).body());
        assertThat(state.find()).as("a view state at %s", address).isTrue();
        Map<String, String> all = new HashMap<>(fields);
        all.put("jakarta.faces.ViewState", state.group(1));
        return send("POST", page, Optional.of(form(all)));
    }

    private void login(String name) throws IOException, InterruptedException {
        String page = send("GET", "/login.xhtml", Optional.empty()).body();
        Matcher state = VIEW_STATE.matcher(page);
        assertThat(state.find()).as("a view state on the login page").isTrue();
        send(
                "POST",
                "/login.xhtml",
                Optional.of(form(Map.of(
                        "login-form",
                        "login-form",
                        "username",
                        name,
                        "password",
                        PASSWORD,
                        "login",
                        "login",
                        "jakarta.faces.ViewState",
                        state.group(1)))));
    }

    /** Whether the door opened: any answer but the ones that turn a visitor away. */
    boolean isLetIn(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, Optional.empty());
        boolean ledToLogin = answer.headers()
                .firstValue("Location")
                .filter(location -> location.endsWith("/login.xhtml"))
                .isPresent();
        return answer.statusCode() != 401 && answer.statusCode() != 403 && !ledToLogin;
    }

    /** What the door answers, as it is. */
    HttpResponse<byte[]> fetch(String path) throws IOException, InterruptedException {
        return client.send(request("GET", path, Optional.empty()), BodyHandlers.ofByteArray());
    }

    /** Presses a button of a page that was fetched. */
    HttpResponse<byte[]> press(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return client.send(request("POST", path, Optional.of(form(fields))), BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> send(String method, String path, Optional<String> form)
            throws IOException, InterruptedException {
        return client.send(request(method, path, form), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest request(String method, String path, Optional<String> form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ServerSuite.address() + path))
                .timeout(PATIENCE)
                .header("Content-Type", form.isPresent() ? "application/x-www-form-urlencoded" : "application/json")
                .method(method, form.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        if (Paths.forMachines(path)) {
            user.ifPresent(name -> request.header("Authorization", "Basic " + basic(name)));
        }
        return request.build();
    }

    private static String basic(String name) {
        return Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
