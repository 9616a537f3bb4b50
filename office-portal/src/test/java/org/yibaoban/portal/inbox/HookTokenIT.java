package org.yibaoban.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.ServerSuite;
import org.yibaoban.portal.server.ServerTest;

/** A client of the hooks comes in by a token of its own, once, and nowhere else. */
class HookTokenIT extends ServerTest {

    private static final String SERVICE = "/cds-services/yibaoban-order-sign";
    private static final String ISSUER = "https://his.demo.invalid";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aTokenOfAKnownClientOpensTheServiceOnce() throws Exception {
        String token = token(ISSUER, SERVICE);

        assertThat(post(SERVICE, token).statusCode()).isEqualTo(200);
        HttpResponse<String> again = post(SERVICE, token);
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"yibaoban\", error=\"invalid_token\", error_description=\"used before\"");
    }

    @Test
    void aTokenForAnotherServiceAStrangersAndAnUnsignedOneDoNot() throws Exception {
        assertThat(post(SERVICE, token(ISSUER, "/cds-services/yibaoban-order-select"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(post(SERVICE, token("https://stranger.invalid", SERVICE)).statusCode())
                .isEqualTo(401);
        assertThat(post(SERVICE, new PlainJWT(claims(ISSUER, SERVICE)).serialize())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenOpensTheHooksAndNothingElse() throws Exception {
        assertThat(post("/api/visits/R1/claim", token(ISSUER, "/api/visits/R1/claim"))
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String token) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(ServerSuite.address() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(HookRequest.sign("NOWHERE", "OWN001")))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String issuer, String path) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .type(JOSEObjectType.JWT)
                        .keyID("demo-2026")
                        .build(),
                claims(issuer, path));
        jwt.sign(new ECDSASigner(key()));
        return jwt.serialize();
    }

    private static JWTClaimsSet claims(String issuer, String path) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(ServerSuite.address() + path)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .build();
    }

    private static ECKey key() throws Exception {
        try (InputStream file = HookTokenIT.class.getResourceAsStream("/cdshooks/demo-client.jwk.json")) {
            return ECKey.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
