package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeClient;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/** What keeps strangers from guessing, and other sites from using somebody's session. */
class LoginGuardIT extends ServerTest {

    private static final String RIGHT = "b2ZmaWNlOmRlbW8tMjAyNg==";
    private static final String WRONG = "bm9ib2R5LWhlcmU6eA==";

    @Test
    void anAddressThatGuessesIsNotListenedToAndOthersAre() throws Exception {
        int answered = 0;
        while (status(WRONG).equals("401")) {
            answered++;
            assertThat(answered).isLessThanOrEqualTo(30);
        }
        assertThat(answered).isEqualTo(30);
        assertThat(status(RIGHT)).as("the right password from there").isEqualTo("429");
        assertThat(OfficeClient.as("office").get("/api/visits/0").status()).isEqualTo(404);
    }

    @Test
    void theSessionCookieIsForNoScriptAndNoOtherSite() throws Exception {
        HttpResponse<String> page = get("/login.xhtml");
        assertThat(page.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .containsIgnoringCase("SameSite=Lax");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'", "frame-ancestors 'none'", "form-action 'self'"));
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).contains("demo-banner");
    }

    @Test
    void aFormFromElsewhereHasNoViewStateAndDoesNothing() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ServerSuite.address() + "/login.xhtml"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "login-form=login-form&username=office&password=demo-2026&login=login"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Location").orElse("")).doesNotContain("office.xhtml");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(ServerSuite.address() + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    /** From an address of its own, which no other test speaks from. */
    private static String status(String credentials) throws IOException {
        URI server = URI.create(ServerSuite.address());
        try (Socket socket = new Socket(
                InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName("127.0.0.2"), 0)) {
            socket.getOutputStream()
                    .write(
                            ("GET /api/visits/0 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                                            + credentials + "\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3);
        }
    }
}
