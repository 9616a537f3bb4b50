package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;
import org.yibaoban.portal.inbox.HookRequest;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/** A system comes in by a token of the hospital's issuer, and goes where the groups of the token let it. */
class SystemTokenIT extends ServerTest {

    private static final String HOOK = "/cds-services/yibaoban-order-sign";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theGroupsOfATokenOpenDoorsAndItServesMoreThanOnce() throws Exception {
        String his = token(claims -> claims.claim("groups", List.of("his-writers")));

        assertThat(hook(his).statusCode()).isEqualTo(200);
        assertThat(hook(his).statusCode()).isEqualTo(200);
        assertThat(get("/fhir/Patient/0", his).statusCode()).isEqualTo(404);
        assertThat(get("/api/visits/0", his).statusCode()).isEqualTo(403);
        assertThat(get("/fhir/Patient/0", token(claims -> claims.claim("groups", List.of("insurance-officer"))))
                        .statusCode())
                .as("a role's name is no group's")
                .isEqualTo(403);
    }

    @Test
    void theTrailKnowsTheSystemByTheNameOfItsIssuerAndItsOwn() throws Exception {
        String visit = SettledStay.of(Person.employee()).visit();

        HttpResponse<String> answer =
                get("/api/visits/" + visit, token(claims -> claims.claim("groups", List.of("clerks"))));

        assertThat(answer.statusCode()).isEqualTo(200);
        TrailIT.await("select count(*) from trail where who = 'hub:his-lab' and deed = 'read' and subjects = ?", visit);
    }

    @Test
    void aRefusedTokenIsToldWhy() throws Exception {
        refused("expired", token(claims -> claims.expirationTime(in(-90))));
        refused("meant for another audience", token(claims -> claims.audience("another")));
        refused("unknown issuer", token(claims -> claims.issuer("https://stranger.invalid")));
        refused(
                "signature is wrong",
                signed(new ECKeyGenerator(Curve.P_384).keyID("demo-2026").generate(), claims -> claims));
        refused("no signed token", "nothing");
    }

    @Test
    void whoBringsNothingIsToldOfBothWays() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(ServerSuite.address() + "/api/visits/0"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"yibaoban\", charset=\"UTF-8\"", "Bearer realm=\"yibaoban\"");
    }

    private void refused(String why, String token) throws Exception {
        for (String path : List.of("/api/visits/0", "/fhir/Patient/0")) {
            HttpResponse<String> answer = get(path, token);
            assertThat(answer.statusCode()).as(path + ": " + why).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"yibaoban\", error=\"invalid_token\", error_description=\"" + why + "\"");
            assertThat(answer.body()).contains("The token is not accepted: " + why);
        }
    }

    private HttpResponse<String> hook(String token) throws Exception {
        return send(request(HOOK, token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(HookRequest.sign("NOWHERE", "OWN001"))));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path, token));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(ServerSuite.address() + path))
                .header("Authorization", "Bearer " + token);
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        try (InputStream file = SystemTokenIT.class.getResourceAsStream("/cdshooks/demo-client.jwk.json")) {
            return signed(ECKey.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8)), change);
        }
    }

    private static String signed(ECKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384).keyID(key.getKeyID()).build(),
                change.apply(new JWTClaimsSet.Builder()
                                .issuer("https://login.test.invalid")
                                .audience("yibaoban")
                                .subject("his-lab")
                                .expirationTime(in(300)))
                        .build());
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static Date in(long seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
