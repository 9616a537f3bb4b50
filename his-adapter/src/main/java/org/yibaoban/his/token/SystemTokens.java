package org.yibaoban.his.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.control.TokenIssuer;
import org.yibaoban.control.TokenIssuers;

/**
 * Tells which system a bearer token stands for: signed by an issuer that we know, meant for us, and not expired. The claims
 * are those of MicroProfile JWT 2.1 (4.1 Minimum MP-JWT Required Claims): iss, exp, aud, groups, and upn or what stands for
 * it. Other than a token of the hooks it serves as often as it holds.
 */
public final class SystemTokens {

    /** {@code at+jwt} is an access token by RFC 9068. */
    private static final Set<String> TYPES = Set.of("JWT", "at+jwt");

    private static final String GROUPS = "groups";
    private static final List<String> NAMES = List.of("upn", "preferred_username", "sub");

    /** It stands in the trail and beside what the system did: nothing that breaks a line or a column. */
    private static final Pattern NAME = Pattern.compile("[\\p{Alnum}._@/-]{1,40}");

    private final TokenIssuers issuers;
    private final Map<String, TokenKeys> keys;
    private final Clock clock;

    public SystemTokens(TokenIssuers issuers, Clock clock) {
        this.issuers = issuers;
        this.keys = issuers.all().stream()
                .collect(Collectors.toUnmodifiableMap(TokenIssuer::issuer, issuer -> new TokenKeys(issuer.keys())));
        this.clock = clock;
    }

    /**
     * A system that came in by a token.
     *
     * @param name key of its issuer, a colon, its own name there: never the name of a user of the office
     * @param roles that its groups give here, perhaps none
     */
    public record SystemCaller(String name, Set<String> roles) {}

    /** Whether there is anybody whose tokens are accepted. */
    public boolean areExpected() {
        return !issuers.all().isEmpty();
    }

    /** Whether it says that it is from one of them, true or not. */
    public boolean isFromIssuer(String token) throws TokenRefused {
        return issuer(SignedToken.parse(token)).isPresent();
    }

    /** @throws TokenRefused with the reason, which holds nothing of the token */
    public SystemCaller verify(String token) throws TokenRefused {
        SignedToken signed = SignedToken.parse(token);
        JWTClaimsSet claims = signed.claims();
        TokenIssuer issuer = issuer(signed).orElseThrow(() -> new TokenRefused("unknown issuer"));
        signed.mustUse(issuer.algorithms(), TYPES);
        signed.mustBeSignedBy(keys.get(issuer.issuer()));
        if (!claims.getAudience().contains(issuer.audience())) {
            throw new TokenRefused("meant for another audience");
        }
        signed.mustHold(clock.instant());
        return new SystemCaller(issuer.key() + ":" + name(issuer, claims), issuer.roles(groups(claims)));
    }

    private Optional<TokenIssuer> issuer(SignedToken token) {
        return issuers.issuing(String.valueOf(token.claims().getIssuer()));
    }

    private static String name(TokenIssuer issuer, JWTClaimsSet claims) throws TokenRefused {
        Stream<String> claimed = issuer.nameClaim().map(Stream::of).orElseGet(NAMES::stream);
        Optional<String> name =
                claimed.map(text(claims)).filter(Objects::nonNull).findFirst();
        return name.filter(one -> NAME.matcher(one).matches())
                .orElseThrow(() -> new TokenRefused("no name of at most 40 letters, digits or ._@/-"));
    }

    private static Function<String, String> text(JWTClaimsSet claims) {
        return claim -> claims.getClaim(claim) instanceof String text ? text : null;
    }

    private static List<String> groups(JWTClaimsSet claims) throws TokenRefused {
        try {
            List<String> groups = claims.getStringListClaim(GROUPS);
            return groups == null
                    ? List.of()
                    : groups.stream().filter(Objects::nonNull).toList();
        } catch (ParseException e) {
            throw new TokenRefused("groups is no list of texts");
        }
    }
}
