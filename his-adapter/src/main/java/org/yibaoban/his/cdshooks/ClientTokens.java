package org.yibaoban.his.cdshooks;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.yibaoban.his.token.SignedToken;
import org.yibaoban.his.token.TokenKeys;
import org.yibaoban.his.token.TokenRefused;
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

    private static final Set<String> TYPES = Set.of("JWT");
    private static final int MOST_ID = 300;

    private final HookClients clients;
    private final String address;
    private final UsedTokens used;
    private final Clock clock;
    private final Map<String, TokenKeys> keys = new ConcurrentHashMap<>();

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
        SignedToken signed = SignedToken.parse(token);
        JWTClaimsSet claims = signed.claims();
        Client client = clients.issuedBy(String.valueOf(claims.getIssuer()))
                .orElseThrow(() -> new TokenRefused("unknown issuer"));
        signed.mustUse(client.algorithms(), TYPES);
        headerFits(client, signed.header());
        signed.mustBeSignedBy(keys.computeIfAbsent(client.issuer(), issuer -> new TokenKeys(client.keys())));
        meantForUs(claims, path);
        Instant expires = fresh(signed);
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

    private static void headerFits(Client client, JWSHeader header) throws TokenRefused {
        String kid = header.getKeyID();
        if (kid == null || !client.keyIds().isEmpty() && !client.keyIds().contains(kid)) {
            throw new TokenRefused("key id not allowed");
        }
        if (header.getJWKURL() != null
                && !client.keys().address().filter(header.getJWKURL()::equals).isPresent()) {
            throw new TokenRefused("jku not allowed");
        }
    }

    private void meantForUs(JWTClaimsSet claims, String path) throws TokenRefused {
        if (!Set.copyOf(claims.getAudience()).contains(address + path)) {
            throw new TokenRefused("meant for another service");
        }
    }

    private Instant fresh(SignedToken token) throws TokenRefused {
        token.mustHold(clock.instant());
        JWTClaimsSet claims = token.claims();
        Instant expires = claims.getExpirationTime().toInstant();
        if (claims.getIssueTime() == null) {
            throw new TokenRefused("no iat");
        }
        if (Duration.between(claims.getIssueTime().toInstant(), expires).compareTo(LONGEST_LIFE) > 0) {
            throw new TokenRefused("lives longer than " + LONGEST_LIFE.toMinutes() + " minutes");
        }
        return expires;
    }
}
