package org.yibaoban.portal.sso;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.his.token.SignedToken;
import org.yibaoban.his.token.TokenKeys;
import org.yibaoban.his.token.TokenRefused;
import org.yibaoban.office.control.ProvidedAccounts.Person;

/**
 * An ID token that was proved.
 *
 * @param text as it came, for the logout at the provider
 */
public record IdToken(String text, Person person) {

    private static final Set<String> TYPES = Set.of("JWT");
    /** It stands in the trail and in the log: nothing that breaks a line or a column. */
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._@-]{1,60}");

    private static final int LONGEST_NAME = 40;

    /**
     * The checks of OpenID Connect Core 1.0, 3.1.3.7.
     *
     * @throws TokenRefused with the reason, which holds nothing of the token
     */
    static IdToken prove(String text, SignOnProvider provider, TokenKeys keys, String nonce, Instant now)
            throws TokenRefused {
        SignedToken signed = SignedToken.parse(text);
        signed.mustUse(provider.algorithms(), TYPES);
        signed.mustBeSignedBy(keys);
        JWTClaimsSet claims = signed.claims();
        must(provider.issuer().equals(claims.getIssuer()), "of another issuer");
        must(claims.getAudience().contains(provider.client()), "meant for another audience");
        Object authorized = claims.getClaim("azp");
        must(
                authorized == null && claims.getAudience().size() == 1
                        || provider.client().equals(authorized),
                "made for another client");
        signed.mustHold(now);
        must(
                claims.getClaim("nonce") instanceof String given && SignOnAttempt.same(nonce, given),
                "nonce is not that of this attempt");
        return new IdToken(text, person(claims, provider));
    }

    private static Person person(JWTClaimsSet claims, SignOnProvider provider) throws TokenRefused {
        String name = text(claims, provider.nameClaim())
                .filter(one -> NAME.matcher(one).matches())
                .orElseThrow(() -> new TokenRefused("no user name in claim " + provider.nameClaim()));
        String shown = text(claims, "name").orElse(name).strip();
        return new Person(
                name,
                shown.substring(0, Math.min(shown.length(), LONGEST_NAME)),
                groups(claims, provider.groupsClaim()));
    }

    private static Optional<String> text(JWTClaimsSet claims, String claim) {
        return Optional.ofNullable(claims.getClaim(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }

    private static Set<String> groups(JWTClaimsSet claims, String claim) {
        Object claimed = claims.getClaim(claim);
        if (claimed instanceof String one) {
            return Set.of(one);
        }
        return claimed instanceof List<?> groups
                ? groups.stream().filter(Objects::nonNull).map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static void must(boolean holds, String refusal) throws TokenRefused {
        if (!holds) {
            throw new TokenRefused(refusal);
        }
    }
}
