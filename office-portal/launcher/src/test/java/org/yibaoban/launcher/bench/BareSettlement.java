package org.yibaoban.launcher.bench;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.hl7.fhir.r4.model.Claim;

/**
 * What no settlement can do without: the claim's resource written as JSON, one HTTP round trip with it to somebody who
 * answers at once, and one commit of it.
 */
final class BareSettlement implements AutoCloseable {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private final HttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final BareCommits commits;
    private final Claim claim;

    /**
     * @param claim as it was sent to the payer
     * @param answer as the payer gave it
     */
    BareSettlement(String database, byte[] claim, byte[] answer) throws IOException, SQLException {
        this.claim = FHIR.newJsonParser().parseResource(Claim.class, new String(claim, StandardCharsets.UTF_8));
        // else it sends head and body apart, and each answer waits 40 ms for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        commits = new BareCommits(database);
    }

    /** @return nanoseconds of writing, round trip and commit */
    long[] once() throws Exception {
        long start = System.nanoTime();
        byte[] content = FHIR.newJsonParser().encodeResourceToString(claim).getBytes(StandardCharsets.UTF_8);
        long written = System.nanoTime();
        http.send(
                HttpRequest.newBuilder(address)
                        .POST(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofByteArray());
        long answered = System.nanoTime();
        commits.work(content);
        return new long[] {written - start, answered - written, System.nanoTime() - answered};
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        commits.close();
    }
}
