package org.yibaoban.his.token;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;

/**
 * A JSON Web Token (RFC 7519) that says it is signed (RFC 7515). What it claims is to be believed after {@link #mustUse} and
 * {@link #mustBeSignedBy} only.
 */
public final class SignedToken {

    /** How far clocks may differ. */
    private static final Duration SKEW = Duration.ofSeconds(60);

    private static final int MOST_CHARACTERS = 8_000;

    private final SignedJWT jwt;
    private final JWTClaimsSet claims;

    private SignedToken(SignedJWT jwt, JWTClaimsSet claims) {
        this.jwt = jwt;
        this.claims = claims;
    }

    /** @throws TokenRefused when it cannot be read, or says itself that it is not signed */
    public static SignedToken parse(String token) throws TokenRefused {
        if (token.length() > MOST_CHARACTERS) {
            throw new TokenRefused("too long");
        }
        SignedJWT jwt;
        try {
            jwt = SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new TokenRefused("no signed token");
        }
        try {
            return new SignedToken(jwt, jwt.getJWTClaimsSet());
        } catch (ParseException e) {
            throw new TokenRefused("claims cannot be read");
        }
    }

    public JWSHeader header() {
        return jwt.getHeader();
    }

    public JWTClaimsSet claims() {
        return claims;
    }

    /** @param types what its {@code typ} may be, if it has one */
    public void mustUse(Set<String> algorithms, Set<String> types) throws TokenRefused {
        JWSHeader header = jwt.getHeader();
        if (!algorithms.contains(header.getAlgorithm().getName())) {
            throw new TokenRefused("algorithm not allowed");
        }
        if (header.getType() != null
                && types.stream().noneMatch(header.getType().getType()::equalsIgnoreCase)) {
            throw new TokenRefused(
                    "typ is not " + String.join(" or ", types.stream().sorted().toList()));
        }
        if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
            throw new TokenRefused("critical header parameter");
        }
    }

    public void mustBeSignedBy(TokenKeys keys) throws TokenRefused {
        keys.prove(jwt);
    }

    /** It must say until when it holds, and hold now. */
    public void mustHold(Instant now) throws TokenRefused {
        Date expires = claims.getExpirationTime();
        if (expires == null) {
            throw new TokenRefused("no exp");
        }
        if (expires.toInstant().isBefore(now.minus(SKEW))) {
            throw new TokenRefused("expired");
        }
        if (isLater(claims.getNotBeforeTime(), now) || isLater(claims.getIssueTime(), now)) {
            throw new TokenRefused("not yet valid");
        }
    }

    private static boolean isLater(Date date, Instant now) {
        return date != null && date.toInstant().isAfter(now.plus(SKEW));
    }
}
