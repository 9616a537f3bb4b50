package org.yibaoban.his.cdshooks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.factories.DefaultJWSVerifierFactory;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.HookClients.Client;

/**
 * Tells whether a bearer token (CDS Hooks 2.0, Trusting CDS Clients) is a call of a client that we know: signed by its
 * key, meant for this very service, fresh, and not used before. Neither {@code none} nor a shared secret is a signature
 * here.
 */
public final class ClientTokens {

    /** A token is for one call: whoever makes it live longer asks for trouble. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /** How far clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(60);

    private static final int MOST_CHARACTERS = 8_000;
    private static final int MOST_ID = 300;

    private final HookClients clients;
    private final String address;
    private final UsedTokens used;
    private final Clock clock;
    private final Map<String, JWKSource<SecurityContext>> keys = new ConcurrentHashMap<>();

    /** @param address of this server as its clients know it, without a slash at the end */
    public ClientTokens(HookClients clients, String address, UsedTokens used, Clock clock) {
        this.clients = clients;
        this.address = address;
        this.used = used;
        this.clock = clock;
    }

    /** Remembers which tokens were used. */
    @FunctionalInterface
    public interface UsedTokens {

        /** @return false when this token was used before */
        boolean use(String issuer, String jti, Instant expires);
    }

    /**
     * @param path of the service that is called, such as {@code /cds-services/yibaoban-order-sign}
     * @return the issuer
     * @throws TokenRefused with the reason, which holds nothing of the token
     */
    public String verify(String token, String path) throws TokenRefused {
        SignedJWT jwt = parse(token);
        JWTClaimsSet claims = claims(jwt);
        Client client = clients.issuedBy(String.valueOf(claims.getIssuer()))
                .orElseThrow(() -> new TokenRefused("unknown issuer"));
        headerFits(client, jwt.getHeader());
        signed(client, jwt);
        meantForUs(claims, path);
        Instant expires = fresh(claims);
        String jti = claims.getJWTID();
        if (jti == null
                || jti.isBlank()
                || jti.length() > MOST_ID
                || client.issuer().length() > MOST_ID) {
            throw new TokenRefused("no jti");
        }
        if (!used.use(client.issuer(), jti, expires)) {
            throw new TokenRefused("used before");
        }
        return client.issuer();
    }

    private static SignedJWT parse(String token) throws TokenRefused {
        try {
            if (token.length() > MOST_CHARACTERS) {
                throw new TokenRefused("too long");
            }
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new TokenRefused("no signed token");
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) throws TokenRefused {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new TokenRefused("claims cannot be read");
        }
    }

    private static void headerFits(Client client, JWSHeader header) throws TokenRefused {
        if (!client.algorithms().contains(header.getAlgorithm().getName())) {
            throw new TokenRefused("algorithm not allowed");
        }
        if (header.getType() != null && !JOSEObjectType.JWT.equals(header.getType())) {
            throw new TokenRefused("typ is not JWT");
        }
        String kid = header.getKeyID();
        if (kid == null || !client.keyIds().isEmpty() && !client.keyIds().contains(kid)) {
            throw new TokenRefused("key id not allowed");
        }
        if (header.getJWKURL() != null
                && !client.keys().address().filter(header.getJWKURL()::equals).isPresent()) {
            throw new TokenRefused("jku not allowed");
        }
        if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
            throw new TokenRefused("critical header parameter");
        }
    }

    private void signed(Client client, SignedJWT jwt) throws TokenRefused {
        JWSHeader header = jwt.getHeader();
        try {
            JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
            List<JWK> found = keys.computeIfAbsent(client.issuer(), issuer -> KeySets.of(client.keys()))
                    .get(new JWKSelector(matcher), null);
            for (JWK key : found) {
                if (key instanceof AsymmetricJWK asymmetric
                        && verifier(header, asymmetric).verify(header, jwt.getSigningInput(), jwt.getSignature())) {
                    return;
                }
            }
        } catch (JOSEException e) {
            throw new TokenRefused("key not to be had");
        }
        throw new TokenRefused("signature is wrong");
    }

    private static JWSVerifier verifier(JWSHeader header, AsymmetricJWK key) throws JOSEException {
        return new DefaultJWSVerifierFactory().createJWSVerifier(header, key.toPublicKey());
    }

    private void meantForUs(JWTClaimsSet claims, String path) throws TokenRefused {
        if (!Set.copyOf(claims.getAudience()).contains(address + path)) {
            throw new TokenRefused("meant for another service");
        }
    }

    private Instant fresh(JWTClaimsSet claims) throws TokenRefused {
        Instant now = clock.instant();
        Instant issued = instant(claims.getIssueTime(), "iat");
        Instant expires = instant(claims.getExpirationTime(), "exp");
        if (expires.isBefore(now.minus(SKEW)) || issued.isAfter(now.plus(SKEW))) {
            throw new TokenRefused("expired, or not yet valid");
        }
        if (claims.getNotBeforeTime() != null
                && claims.getNotBeforeTime().toInstant().isAfter(now.plus(SKEW))) {
            throw new TokenRefused("not yet valid");
        }
        if (Duration.between(issued, expires).compareTo(LONGEST_LIFE) > 0) {
            throw new TokenRefused("lives longer than " + LONGEST_LIFE.toMinutes() + " minutes");
        }
        return expires;
    }

    private static Instant instant(Date date, String claim) throws TokenRefused {
        if (date == null) {
            throw new TokenRefused("no " + claim);
        }
        return date.toInstant();
    }

    /** Why a token is refused. */
    public static final class TokenRefused extends Exception {
        private static final long serialVersionUID = 1L;

        TokenRefused(String message) {
            super(message);
        }
    }
}
