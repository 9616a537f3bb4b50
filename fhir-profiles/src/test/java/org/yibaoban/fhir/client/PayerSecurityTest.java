package org.yibaoban.fhir.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.BasicCredentials;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateExpiredException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.fhir.mapping.Stays;
import org.yibaoban.office.payer.PayerUnreachable;
import org.yibaoban.office.payer.PreparedClaim;

/** Certificates and access tokens: nothing is said to a payer that cannot prove itself, and we prove ourselves. */
class PayerSecurityTest {
    private static final String PASSWORD = "made-up-password";
    private static final String EMPTY_BUNDLE = "{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}";

    @TempDir
    static Path keys;

    private WireMockServer payer;

    @BeforeAll
    static void makeCertificates() throws Exception {
        pair("payer", "-startdate", "-1d", "-validity", "30");
        pair("issuer", "-ext", "bc:c", "-startdate", "-20d", "-validity", "40");
        pair("expired", "-startdate", "-10d", "-validity", "5");
        signedByTheIssuer("expired");
        pair("office", "-startdate", "-1d", "-validity", "30");
    }

    @AfterEach
    void stop() {
        if (payer != null) {
            payer.stop();
        }
    }

    @Test
    void aPayerWithATrustedCertificateIsAsked() {
        start(secured("payer"));

        assertThat(gateway(tls(Optional.empty(), "payer"), Optional.empty(), Clock.systemUTC())
                        .status("C-1"))
                .isEmpty();
    }

    @Test
    void nothingIsSaidToAPayerWhoseCertificateHasExpired() {
        start(secured("expired"));

        assertThatThrownBy(() -> gateway(tls(Optional.empty(), "issuer"), Optional.empty(), Clock.systemUTC())
                        .submit(new PreparedClaim("C-1", new byte[0])))
                .isInstanceOf(PayerUnreachable.class)
                .hasRootCauseInstanceOf(CertificateExpiredException.class);
        assertThat(payer.getAllServeEvents()).isEmpty();
    }

    @Test
    void nothingIsSaidToAPayerWhoIsNotTrusted() {
        start(secured("payer"));

        assertThatThrownBy(() -> gateway(tls(Optional.empty(), "office"), Optional.empty(), Clock.systemUTC())
                        .status("C-1"))
                .isInstanceOf(PayerUnreachable.class);
        assertThat(payer.getAllServeEvents()).isEmpty();
    }

    @Test
    void ourCertificateIsShownToAPayerWhoAsksForOne() {
        start(secured("payer")
                .needClientAuth(true)
                .trustStorePath(trust("office").toString())
                .trustStorePassword(PASSWORD)
                .trustStoreType("PKCS12"));

        assertThat(gateway(tls(Optional.of("office"), "payer"), Optional.empty(), Clock.systemUTC())
                        .status("C-1"))
                .isEmpty();
        assertThatThrownBy(() -> gateway(tls(Optional.empty(), "payer"), Optional.empty(), Clock.systemUTC())
                        .status("C-1"))
                .isInstanceOf(PayerUnreachable.class);
    }

    @Test
    void aStoreWithAnotherPasswordIsSaidAtTheStart() {
        assertThatThrownBy(() ->
                        PayerTls.context(Optional.empty(), Optional.of(new PayerTls.Store(trust("payer"), "wrong"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payer-trust.p12");
    }

    @Test
    void aTokenIsFetchedOnceAndSentWithEveryRequest() {
        start(WireMockConfiguration.options().dynamicPort());
        token("T1", 300);
        payer.stubFor(get(urlPathEqualTo("/fhir/ClaimResponse"))
                .withHeader("Authorization", equalTo("Bearer T1"))
                .willReturn(okJson(EMPTY_BUNDLE)));
        FhirPayerGateway gateway = gateway(Optional.empty(), oauth(), Clock.systemUTC());

        assertThat(gateway.status("C-1")).isEmpty();
        assertThat(gateway.status("C-2")).isEmpty();

        payer.verify(
                1, postRequestedFor(urlEqualTo("/token")).withBasicAuth(new BasicCredentials("office", "s%C3%A9cret")));
    }

    @Test
    void aTokenIsFetchedAgainBeforeItExpiresAndWhenThePayerRefusesIt() {
        start(WireMockConfiguration.options().dynamicPort());
        token("OLD", 300);
        payer.stubFor(get(urlPathEqualTo("/fhir/ClaimResponse"))
                .withHeader("Authorization", equalTo("Bearer NEW"))
                .willReturn(okJson(EMPTY_BUNDLE)));
        payer.stubFor(get(urlPathEqualTo("/fhir/ClaimResponse"))
                .withHeader("Authorization", equalTo("Bearer OLD"))
                .willReturn(aResponse().withStatus(401)));
        Instant[] now = {Instant.parse("2026-11-22T02:00:00Z")};
        FhirPayerGateway gateway = gateway(Optional.empty(), oauth(), new TickingClock(now));
        assertThatThrownBy(() -> gateway.status("C-1")).hasMessageContaining("401");

        token("NEW", 300);
        assertThat(gateway.status("C-1")).isEmpty();
        now[0] = now[0].plusSeconds(280);
        assertThat(gateway.status("C-1")).isEmpty();

        payer.verify(4, postRequestedFor(urlEqualTo("/token")));
    }

    @Test
    void withoutATokenNothingIsSaid() {
        start(WireMockConfiguration.options().dynamicPort());
        payer.stubFor(post(urlEqualTo("/token")).willReturn(aResponse().withStatus(500)));

        assertThatThrownBy(() -> gateway(Optional.empty(), oauth(), Clock.systemUTC())
                        .submit(new PreparedClaim("C-1", new byte[0])))
                .isInstanceOf(PayerUnreachable.class);
    }

    private void start(WireMockConfiguration options) {
        payer = new WireMockServer(options);
        payer.start();
        payer.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson(EMPTY_BUNDLE)));
    }

    private void token(String token, int seconds) {
        payer.stubFor(post(urlEqualTo("/token"))
                .willReturn(okJson("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":"
                        + seconds + "}")));
    }

    private static WireMockConfiguration secured(String name) {
        return WireMockConfiguration.options()
                .dynamicPort()
                .dynamicHttpsPort()
                .keystorePath(keys.resolve(name + ".p12").toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12");
    }

    private Optional<OAuthClient> oauth() {
        return Optional.of(new OAuthClient(URI.create(payer.baseUrl() + "/token"), "office", "sécret", "claims"));
    }

    private FhirPayerGateway gateway(Optional<SSLContext> tls, Optional<OAuthClient> oauth, Clock clock) {
        String base = tls.isPresent() ? "https://localhost:" + payer.httpsPort() : payer.baseUrl();
        return new FhirPayerGateway(
                new PayerConnection(
                        URI.create(base + "/fhir"),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Stays.PARTIES,
                        tls,
                        oauth,
                        Optional.empty()),
                ReversalMethod.TASK_CANCEL,
                clock);
    }

    private static Optional<SSLContext> tls(Optional<String> own, String trusted) {
        return Optional.of(PayerTls.context(
                own.map(name -> new PayerTls.Store(keys.resolve(name + ".p12"), PASSWORD)),
                Optional.of(new PayerTls.Store(trust(trusted), PASSWORD))));
    }

    private static Path trust(String name) {
        return keys.resolve(name + "-trust.p12");
    }

    /** A key with its own certificate, and a store that trusts it. */
    private static void pair(String name, String... validity) throws IOException, InterruptedException {
        List<String> generate = new ArrayList<>(List.of(
                "-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost"));
        generate.addAll(List.of(validity));
        keytool(keys.resolve(name + ".p12"), generate);
        Path certificate = keys.resolve(name + ".cer");
        keytool(keys.resolve(name + ".p12"), List.of("-exportcert", "-alias", name, "-file", certificate.toString()));
        keytool(trust(name), List.of("-importcert", "-noprompt", "-alias", name, "-file", certificate.toString()));
    }

    /** In the place of its own signature; valid for five days, until five days ago. */
    private static void signedByTheIssuer(String name) throws IOException, InterruptedException {
        String request = keys.resolve(name + ".csr").toString();
        String signed = keys.resolve(name + "-signed.cer").toString();
        String issuer = keys.resolve("issuer.cer").toString();
        Path store = keys.resolve(name + ".p12");
        keytool(store, List.of("-certreq", "-alias", name, "-file", request));
        keytool(
                keys.resolve("issuer.p12"),
                List.of(
                        "-gencert",
                        "-alias",
                        "issuer",
                        "-infile",
                        request,
                        "-outfile",
                        signed,
                        "-ext",
                        "SAN=dns:localhost",
                        "-startdate",
                        "-10d",
                        "-validity",
                        "5"));
        keytool(store, List.of("-importcert", "-noprompt", "-alias", "issuer", "-file", issuer));
        keytool(store, List.of("-importcert", "-noprompt", "-alias", name, "-file", signed));
    }

    private static void keytool(Path store, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Path said = Files.createTempFile(keys, "keytool", ".txt");
        int end = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(end).as(Files.readString(said)).isZero();
    }

    /** A clock that the test sets. */
    private static final class TickingClock extends Clock {
        private final Instant[] now;

        TickingClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now[0];
        }
    }
}
