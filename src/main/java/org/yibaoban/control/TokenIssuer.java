package org.yibaoban.control;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who makes bearer tokens for the hospital's systems, and what these tokens open here.
 *
 * @param key short name of ours; stands before the names of its systems, so that none is taken for a user of the office
 * @param issuer the {@code iss} of its tokens
 * @param audience what must stand in their {@code aud}
 * @param algorithms some of RS256, RS384, ES256, ES384
 * @param keys by which they are signed
 * @param nameClaim the claim that names the system; empty: the first there is of upn, preferred_username, sub, as
 *     MicroProfile JWT has it
 * @param rolesByGroup which role a group of the token gives here; other groups give none
 */
public record TokenIssuer(
        String key,
        String issuer,
        String audience,
        Set<String> algorithms,
        SigningKeys keys,
        Optional<String> nameClaim,
        Map<String, String> rolesByGroup) {

    public TokenIssuer {
        algorithms = Set.copyOf(algorithms);
        rolesByGroup = Map.copyOf(rolesByGroup);
    }

    /** The roles that these groups give here. */
    public Set<String> roles(Collection<String> groups) {
        return groups.stream()
                .filter(rolesByGroup::containsKey)
                .map(rolesByGroup::get)
                .collect(Collectors.toUnmodifiableSet());
    }
}
