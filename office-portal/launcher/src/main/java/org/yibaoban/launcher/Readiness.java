package org.yibaoban.launcher;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks the running product, from outside, whether every door is open. The server's own "ready" line proves nothing. */
final class Readiness {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(15);

    private static final String SANDBOX = "/payer-sandbox/fhir/metadata";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(ANSWER_WITHIN).build();
    private final Settings settings;
    private final boolean withSandbox;

    Readiness(Settings settings, boolean withSandbox) {
        this.settings = settings;
        this.withSandbox = withSandbox;
    }

    /** The first door that is not open yet; empty when all are. */
    Optional<String> missing() throws InterruptedException {
        // with no application deployed Payara reports itself as ready: our own check has to be among those it names
        Predicate<HttpResponse<String>> ready =
                r -> r.statusCode() == 200 && r.body().contains("office-database");
        if (!answers("/health/ready", ready)) {
            return Optional.of("/health/ready");
        }
        // the way to the login is an answer here, but not at the sandbox: until that is loaded, its addresses are the
        // portal's
        if (!answers("/", response -> response.statusCode() < 400)) {
            return Optional.of("/");
        }
        if (withSandbox && !answers(SANDBOX, response -> response.statusCode() == 200)) {
            return Optional.of(SANDBOX);
        }
        return mllpAccepts() ? Optional.empty() : Optional.of("MLLP port " + settings.mllpPort());
    }

    private boolean answers(String path, Predicate<HttpResponse<String>> good) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.address() + path))
                .timeout(ANSWER_WITHIN)
                .build();
        try {
            return good.test(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean mllpAccepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", settings.mllpPort()), (int) ANSWER_WITHIN.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
