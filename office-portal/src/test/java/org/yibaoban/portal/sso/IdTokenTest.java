package org.yibaoban.portal.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SigningKeys;
import org.yibaoban.his.token.TokenKeys;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.office.control.ProvidedAccounts.Person;

/** What is believed of an ID token: each check with the claim that fails it. */
class IdTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final String NONCE = "the-nonce";
    private static final SignOnProvider PROVIDER = new SignOnProvider(
            "https://login.example.org",
            "yibaoban",
            URI.create("https://office.example.org"),
            Set.of("ES256"),
            List.of(),
            "preferred_username",
            false,
            false,
            "groups",
            Map.of("auditors", "auditor"));

    @TempDir
    private Path folder;

    private ECKey key;
    private TokenKeys keys;

    @BeforeEach
    void keys() throws Exception {
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        Path file = folder.resolve("keys.json");
        Files.writeString(file, new JWKSet(key.toPublicJWK()).toString());
        keys = new TokenKeys(new SigningKeys(Optional.of(file), Optional.empty()));
    }

    @Test
    void aTokenForThisAttemptTellsWhoItIs() throws Exception {
        IdToken token = prove(signed(claims -> claims.claim("groups", List.of("auditors", "others"))));

        assertThat(token.person().username()).isEqualTo("office");
        assertThat(token.person().displayName()).isEqualTo("测试员");
        assertThat(token.person().groups()).containsExactlyInAnyOrder("auditors", "others");
        assertThat(prove(signed(claims -> claims.claim("name", null).claim("groups", "auditors")))
                        .person())
                .isEqualTo(new Person("office", "office", Set.of("auditors")));
    }

    @Test
    void aTokenForOthersOrAnotherTimeIsRefused() throws Exception {
        refused("of another issuer", signed(claims -> claims.issuer("https://login.example.org/")));
        refused("meant for another audience", signed(claims -> claims.audience("another")));
        refused("made for another client", signed(claims -> claims.audience(List.of("yibaoban", "another"))));
        refused("made for another client", signed(claims -> claims.claim("azp", "another")));
        refused("expired", signed(claims -> claims.expirationTime(at(-90))));
        refused("no exp", signed(claims -> claims.expirationTime(null)));
        refused("not yet valid", signed(claims -> claims.notBeforeTime(at(90))));
        refused("nonce is not that of this attempt", signed(claims -> claims.claim("nonce", "another")));
        refused("nonce is not that of this attempt", signed(claims -> claims.claim("nonce", null)));
        refused("no user name in claim", signed(claims -> claims.claim("preferred_username", " ")));
        refused("no user name in claim", signed(claims -> claims.claim("preferred_username", "office\nadmin")));
        assertThat(prove(signed(claims ->
                        claims.audience(List.of("yibaoban", "another")).claim("azp", "yibaoban"))))
                .isNotNull();
    }

    @Test
    void aTokenThatIsNotSignedByTheProvidersKeyPairIsRefused() throws Exception {
        JWTClaimsSet claims = claims().build();
        refused("no signed token", new PlainJWT(claims).serialize());
        refused(
                "signature is wrong",
                signed(
                        JWSAlgorithm.ES256,
                        new ECDSASigner(
                                new ECKeyGenerator(Curve.P_256).keyID("one").generate()),
                        claims));
        // who has only the public key signs with it as a shared secret
        refused(
                "algorithm not allowed",
                signed(JWSAlgorithm.HS256, new MACSigner(key.toPublicJWK().toString()), claims));
    }

    @Test
    void theChallengeIsTheVerifiersDigestAsTheStandardShowsIt() {
        // RFC 7636, appendix B
        assertThat(new SignOnAttempt("s", "n", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void aDiscoveryDocumentOfAnotherOrWithABareAddressIsRefused() throws Exception {
        String document = """
                {"issuer": "https://login.example.org", "authorization_endpoint": "https://login.example.org/a",
                 "token_endpoint": "https://login.example.org/t", "jwks_uri": "https://login.example.org/k",
                 "token_endpoint_auth_methods_supported": ["client_secret_post"]}""";

        assertThat(ProviderDocument.read(document, PROVIDER.issuer()).secretInBody())
                .isTrue();
        assertThat(ProviderDocument.read(document, PROVIDER.issuer()).logout()).isEmpty();
        assertThatThrownBy(() -> ProviderDocument.read(document, "https://login.example.org/other"))
                .isInstanceOf(SignOnRefused.class)
                .hasMessageContaining("another issuer");
        assertThatThrownBy(() -> ProviderDocument.read(
                        document.replace("https://login.example.org/t", "http://login.example.org/t"),
                        PROVIDER.issuer()))
                .isInstanceOf(SignOnRefused.class)
                .hasMessageContaining("token_endpoint is no https address");
        assertThatThrownBy(() -> ProviderDocument.read("<html>", PROVIDER.issuer()))
                .isInstanceOf(SignOnRefused.class);
    }

    private void refused(String why, String token) {
        assertThatThrownBy(() -> prove(token)).isInstanceOf(TokenRefused.class).hasMessageContaining(why);
    }

    private IdToken prove(String token) throws TokenRefused {
        return IdToken.prove(token, PROVIDER, keys, NONCE, NOW);
    }

    private String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws Exception {
        return signed(
                JWSAlgorithm.ES256, new ECDSASigner(key), change.apply(claims()).build());
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws Exception {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID("one").build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://login.example.org")
                .audience("yibaoban")
                .subject("4711")
                .claim("preferred_username", "office")
                .claim("name", "测试员")
                .claim("nonce", NONCE)
                .issueTime(at(-1))
                .expirationTime(at(300));
    }

    private static Date at(long seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }
}
