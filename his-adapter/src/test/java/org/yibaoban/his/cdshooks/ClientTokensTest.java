package org.yibaoban.his.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.control.SigningKeys;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.HookClients.Client;

/** Every way in which a token can be wrong, and the few in which it is right. */
class ClientTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String ISSUER = "https://his.example.org";
    private static final String OFFICE = "https://office.example.org";
    private static final String PATH = "/cds-services/yibaoban-order-sign";

    private static ECKey ec384;
    private static ECKey ec256;
    private static RSAKey rsa;

    @TempDir
    Path folder;

    private final Set<String> used = new HashSet<>();
    private ClientTokens tokens;

    @BeforeAll
    static void keys() throws Exception {
        ec384 = new ECKeyGenerator(Curve.P_384).keyID("e3").generate();
        ec256 = new ECKeyGenerator(Curve.P_256).keyID("e2").generate();
        rsa = new RSAKeyGenerator(2048).keyID("r1").generate();
    }

    @BeforeEach
    void client() throws Exception {
        tokens = tokens(
                new SigningKeys(Optional.of(keyFile()), Optional.empty()), Set.of("RS256", "RS384", "ES256", "ES384"));
    }

    @Test
    void theFourAlgorithmsAreAccepted() throws Exception {
        assertThat(verify(ec(ec384, JWSAlgorithm.ES384, claims -> claims))).isEqualTo(ISSUER);
        assertThat(verify(ec(ec256, JWSAlgorithm.ES256, claims -> claims.jwtID("2"))))
                .isEqualTo(ISSUER);
        assertThat(verify(rsa(JWSAlgorithm.RS384, "3"))).isEqualTo(ISSUER);
        assertThat(verify(rsa(JWSAlgorithm.RS256, "4"))).isEqualTo(ISSUER);
    }

    @Test
    void aTokenServesOnce() throws Exception {
        String token = ec(ec384, JWSAlgorithm.ES384, claims -> claims);
        verify(token);

        refused("used before", token);
    }

    @Test
    void whatIsUnsignedOrSignedWithASharedSecretIsRefused() throws Exception {
        refused("no signed token", new PlainJWT(claims(claims -> claims)).serialize());
        SignedJWT shared = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS384).keyID("r1").build(), claims(claims -> claims));
        // the classic: the public key taken for a secret
        shared.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        refused("algorithm not allowed", shared.serialize());
        refused("no signed token", "");
        refused("no signed token", "a.b.c");
        refused("too long", "a".repeat(9_000));
    }

    @Test
    void aChangedTokenAndAnotherKeyAreRefused() throws Exception {
        String token = ec(ec384, JWSAlgorithm.ES384, claims -> claims);
        String[] parts = token.split("\\.");
        String other = ec(ec384, JWSAlgorithm.ES384, claims -> claims.jwtID("other"));
        refused("signature is wrong", parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);

        ECKey stranger = new ECKeyGenerator(Curve.P_384).keyID("e3").generate();
        refused("signature is wrong", ec(stranger, JWSAlgorithm.ES384, claims -> claims));
        ECKey unknown = new ECKeyGenerator(Curve.P_384).keyID("e9").generate();
        refused("signature is wrong", ec(unknown, JWSAlgorithm.ES384, claims -> claims));
    }

    @Test
    void everyClaimIsLookedAt() throws Exception {
        refusedClaims("unknown issuer", claims -> claims.issuer("https://stranger.example"));
        refusedClaims("unknown issuer", claims -> claims.issuer(null));
        refusedClaims("meant for another service", claims -> claims.audience(OFFICE));
        refusedClaims("meant for another service", claims -> claims.audience((String) null));
        refusedClaims("expired", claims -> claims.expirationTime(at(-61)));
        refusedClaims("not yet valid", claims -> claims.issueTime(at(61)));
        refusedClaims("not yet valid", claims -> claims.notBeforeTime(at(61)));
        refusedClaims("lives longer", claims -> claims.expirationTime(at(301)));
        refusedClaims("no exp", claims -> claims.expirationTime(null));
        refusedClaims("no iat", claims -> claims.issueTime(null));
        refusedClaims("no jti", claims -> claims.jwtID(null));
        assertThat(used).isEmpty();
    }

    @Test
    void theHeaderIsLookedAt() throws Exception {
        refused(
                "typ is not JWT",
                signed(new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .keyID("e3")
                        .build()));
        refused("key id not allowed", signed(new JWSHeader.Builder(JWSAlgorithm.ES384).build()));
        refused(
                "jku not allowed",
                signed(new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .keyID("e3")
                        .jwkURL(URI.create("https://stranger.example/jwks"))
                        .build()));
    }

    @Test
    void aClientMayBeHeldToItsAlgorithmsAndKeys() throws Exception {
        tokens = tokens(new SigningKeys(Optional.of(keyFile()), Optional.empty()), Set.of("ES384"));

        refused("algorithm not allowed", rsa(JWSAlgorithm.RS384, "1"));
        refused(
                "key id not allowed",
                signed(new JWSHeader.Builder(JWSAlgorithm.ES384).keyID("e2").build()));
    }

    @Test
    void keysAtAnAddressAreFetchedOnceAndKept() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.createContext("/jwks", exchange -> {
            fetched.incrementAndGet();
            byte[] body = new JWKSet(List.of(ec384.toPublicJWK())).toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/jwks");
            tokens = tokens(new SigningKeys(Optional.empty(), Optional.of(address)), Set.of("ES384"));

            for (int i = 0; i < 5; i++) {
                String jti = "j" + i;
                assertThat(verify(ec(ec384, JWSAlgorithm.ES384, claims -> claims.jwtID(jti))))
                        .isEqualTo(ISSUER);
            }
            assertThat(fetched).hasValue(1);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aKeySetThatCannotBeHadRefusesTheToken() throws Exception {
        tokens = tokens(
                new SigningKeys(Optional.empty(), Optional.of(URI.create("http://localhost:1/jwks"))), Set.of("ES384"));

        refused("key not to be had", ec(ec384, JWSAlgorithm.ES384, claims -> claims));
    }

    private ClientTokens tokens(SigningKeys keys, Set<String> algorithms) {
        Client client = new Client(ISSUER, algorithms, algorithms.size() == 1 ? Set.of("e3") : Set.of(), keys);
        return new ClientTokens(
                new HookClients(List.of(client), Set.of(), Set.of()),
                OFFICE,
                (issuer, jti, expires) -> used.add(issuer + jti),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Path keyFile() throws Exception {
        Path file = folder.resolve("jwks.json");
        Files.writeString(
                file, new JWKSet(List.of(ec384.toPublicJWK(), ec256.toPublicJWK(), rsa.toPublicJWK())).toString());
        return file;
    }

    private String verify(String token) throws TokenRefused {
        return tokens.verify(token, PATH);
    }

    private void refusedClaims(String why, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        refused(why, ec(ec384, JWSAlgorithm.ES384, change));
    }

    private void refused(String why, String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(TokenRefused.class).hasMessageContaining(why);
    }

    private static JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(OFFICE + PATH)
                        .issueTime(at(0))
                        .expirationTime(at(Duration.ofMinutes(5).toSeconds()))
                        .jwtID("1"))
                .build();
    }

    private static String ec(ECKey key, JWSAlgorithm algorithm, UnaryOperator<JWTClaimsSet.Builder> change)
            throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims(change));
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static String rsa(JWSAlgorithm algorithm, String jti) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID("r1").build(), claims(claims -> claims.jwtID(jti)));
        jwt.sign(new RSASSASigner(rsa));
        return jwt.serialize();
    }

    private static String signed(JWSHeader header) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims(claims -> claims));
        jwt.sign(new ECDSASigner(ec384));
        return jwt.serialize();
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
