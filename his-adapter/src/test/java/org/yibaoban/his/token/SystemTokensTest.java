package org.yibaoban.his.token;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.control.SigningKeys;
import org.yibaoban.control.TokenIssuer;
import org.yibaoban.control.TokenIssuers;
import org.yibaoban.his.token.SystemTokens.SystemCaller;

/** Whose token opens the doors of systems, and every way in which one can be wrong. */
class SystemTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String HUB = "https://login.example.org";
    private static final String LAB = "https://lab.example.org";

    private static RSAKey rsa;
    private static ECKey curve;

    @TempDir
    private Path folder;

    private SystemTokens tokens;

    @BeforeAll
    static void keys() throws Exception {
        rsa = new RSAKeyGenerator(2048).keyID("r1").generate();
        curve = new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
    }

    @BeforeEach
    void issuers() throws Exception {
        Path set = folder.resolve("jwks.json");
        Files.writeString(set, new JWKSet(rsa.toPublicJWK()).toString());
        Path pem = folder.resolve("lab.pem");
        Files.writeString(pem, pem(curve.toECPublicKey()));
        tokens = new SystemTokens(
                new TokenIssuers(List.of(
                        issuer("hub", HUB, set, Optional.empty()), issuer("lab", LAB, pem, Optional.of("azp")))),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aTokenNamesTheSystemAndItsGroupsGiveItsRoles() throws Exception {
        SystemCaller caller = tokens.verify(rsa(claims -> claims));

        assertThat(caller.name()).isEqualTo("hub:his-lab");
        assertThat(caller.roles()).containsExactly("his-system");
        assertThat(tokens.verify(rsa(claims -> claims)))
                .as("it serves as often as it holds")
                .isEqualTo(caller);
    }

    @Test
    void theNameIsUpnOrPreferredUsernameOrSubAsMicroProfileHasIt() throws Exception {
        assertThat(tokens.verify(rsa(claims -> claims.claim("preferred_username", "second")))
                        .name())
                .isEqualTo("hub:second");
        assertThat(tokens.verify(rsa(claims ->
                                claims.claim("preferred_username", "second").claim("upn", "first")))
                        .name())
                .isEqualTo("hub:first");
    }

    @Test
    void anIssuerMayHaveAPemAndAClaimOfItsOwn() throws Exception {
        assertThat(tokens.verify(curve(claims -> claims.claim("azp", "analyser")))
                        .name())
                .isEqualTo("lab:analyser");
        refused("no name", curve(claims -> claims));
    }

    @Test
    void groupsThatAreNotMappedGiveNothing() throws Exception {
        assertThat(tokens.verify(rsa(claims -> claims.claim("groups", List.of("insurance-officer", "his-system"))))
                        .roles())
                .isEmpty();
        assertThat(tokens.verify(rsa(claims -> claims.claim("groups", null))).roles())
                .isEmpty();
        refused("groups is no list", rsa(claims -> claims.claim("groups", "writers")));
    }

    @Test
    void everyClaimIsLookedAt() throws Exception {
        refused("unknown issuer", rsa(claims -> claims.issuer("https://stranger.example")));
        refused("unknown issuer", rsa(claims -> claims.issuer(null)));
        refused("meant for another audience", rsa(claims -> claims.audience("another")));
        refused("meant for another audience", rsa(claims -> claims.audience((String) null)));
        refused("no exp", rsa(claims -> claims.expirationTime(null)));
        refused("expired", rsa(claims -> claims.expirationTime(at(-61))));
        refused("not yet valid", rsa(claims -> claims.notBeforeTime(at(61))));
        refused("no name", rsa(claims -> claims.subject(null)));
        refused("no name", rsa(claims -> claims.subject("two\nlines")));
        refused("no name", rsa(claims -> claims.subject("a:b")));
        refused("no name", rsa(claims -> claims.subject("a".repeat(41))));
    }

    @Test
    void aSignatureIsTheIssuersOwnOrNone() throws Exception {
        refused("no signed token", new PlainJWT(claims(HUB, claims -> claims)).serialize());
        refused("algorithm not allowed", shared());
        refused(
                "signature is wrong",
                signed(new RSAKeyGenerator(2048).keyID("r1").generate(), claims -> claims));
        String[] good = rsa(claims -> claims).split("\\.");
        String[] other = rsa(claims -> claims.subject("other")).split("\\.");
        refused("signature is wrong", good[0] + "." + other[1] + "." + good[2]);
        // the key of one issuer is no key of another
        SignedJWT foreign = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e1").build(), claims(HUB, claims -> claims));
        foreign.sign(new ECDSASigner(curve));
        refused("signature is wrong", foreign.serialize());
        refused("no signed token", "a.b.c");
        refused("no signed token", "");
    }

    @Test
    void aTokenOfAnotherKindIsRefused() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .keyID("r1")
                        .build(),
                claims(HUB, claims -> claims));
        jwt.sign(new RSASSASigner(rsa));

        refused("typ is not JWT or at+jwt", jwt.serialize());
    }

    @Test
    void aKeyThatCannotBeReadRefusesTheToken() throws Exception {
        Files.writeString(folder.resolve("lab.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        refused("key not to be had", curve(claims -> claims.claim("azp", "analyser")));
        Files.writeString(folder.resolve("lab.pem"), "nothing");
        refused("key not to be had", curve(claims -> claims.claim("azp", "analyser")));
    }

    private static TokenIssuer issuer(String key, String issuer, Path keys, Optional<String> name) {
        return new TokenIssuer(
                key,
                issuer,
                "yibaoban",
                Set.of("RS256", "ES256"),
                new SigningKeys(Optional.of(keys), Optional.empty()),
                name,
                Map.of("writers", "his-system"));
    }

    private void refused(String why, String token) {
        assertThatThrownBy(() -> tokens.verify(token))
                .isInstanceOf(TokenRefused.class)
                .hasMessageContaining(why);
    }

    private static JWTClaimsSet claims(String issuer, UnaryOperator<JWTClaimsSet.Builder> change) {
        return change.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("his-lab")
                        .audience(List.of("another", "yibaoban"))
                        .issueTime(at(-60))
                        .expirationTime(at(3600))
                        .claim("groups", List.of("writers", "readers")))
                .build();
    }

    private static String rsa(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(rsa, change);
    }

    private static String signed(RSAKey key, UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build(),
                claims(HUB, change));
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private static String curve(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .build(),
                claims(LAB, change));
        jwt.sign(new ECDSASigner(curve));
        return jwt.serialize();
    }

    /** The classic: the public key taken for a secret. */
    private static String shared() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("r1").build(), claims(HUB, claims -> claims));
        jwt.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static String pem(PublicKey key) {
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
