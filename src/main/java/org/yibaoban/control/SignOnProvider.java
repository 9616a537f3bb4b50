package org.yibaoban.control;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The hospital's identity provider, by which people come in (OpenID Connect Core 1.0, authorization code flow).
 *
 * @param issuer the {@code iss} of its tokens, where its discovery document is
 * @param client who we are there
 * @param address ours as browsers see it, without a slash at the end
 * @param algorithms by which its tokens may be signed; never one with a shared secret
 * @param scopes asked for beside {@code openid}
 * @param nameClaim the claim that holds the user's name here
 * @param addsUnknown whether somebody without an account gets one that may do nothing yet; else is refused
 * @param administratorsOnly whether of all people only administrators may still come in by a password
 * @param groupsClaim where the groups stand
 * @param rolesByGroup which role a group gives here; empty: roles are given on the users' page alone
 */
public record SignOnProvider(
        String issuer,
        String client,
        URI address,
        Set<String> algorithms,
        List<String> scopes,
        String nameClaim,
        boolean addsUnknown,
        boolean administratorsOnly,
        String groupsClaim,
        Map<String, String> rolesByGroup) {

    public SignOnProvider {
        algorithms = Set.copyOf(algorithms);
        scopes = List.copyOf(scopes);
        rolesByGroup = Map.copyOf(rolesByGroup);
    }

    /** Where its discovery document is (OpenID Connect Discovery 1.0, 4). */
    public URI discovery() {
        return URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
    }

    /** The roles that it gives and takes; others stay as they are here. */
    public Set<String> governed() {
        return Set.copyOf(rolesByGroup.values());
    }

    /** The roles that these groups give. */
    public Set<String> roles(Collection<String> groups) {
        return groups.stream()
                .filter(rolesByGroup::containsKey)
                .map(rolesByGroup::get)
                .collect(Collectors.toUnmodifiableSet());
    }
}
