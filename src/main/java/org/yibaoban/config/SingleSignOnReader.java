package org.yibaoban.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.control.Rights;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SingleSignOn;

/** Reads {@code single-sign-on.yaml}: whether people come in by the hospital's identity provider, and as whom. */
public final class SingleSignOnReader {

    /** The one that each provider must know (OpenID Connect Core 1.0, 15.1), and the other that is common. */
    private static final Set<String> STANDARD = Set.of("RS256", "ES256");

    private static final Set<String> KEYS = Set.of(
            "on", "issuer", "client", "address", "algorithms", "scopes", "name", "unknown", "passwords", "roles");

    private SingleSignOnReader() {}

    /**
     * @param configDir the folder {@code config/}; without the file it is off
     * @param rights whose roles the groups may give
     * @throws ConfigFault with file, line and reason
     */
    public static SingleSignOn read(Path configDir, Rights rights) {
        Path file = configDir.resolve("single-sign-on.yaml");
        if (!Files.exists(file)) {
            return new SingleSignOn(Optional.empty());
        }
        YamlNode node = YamlNode.read(file).onlyKeys(KEYS);
        return new SingleSignOn(node.get("on").bool() ? Optional.of(provider(node, rights)) : Optional.empty());
    }

    private static SignOnProvider provider(YamlNode node, Rights rights) {
        SigningKeysReader.secure(node.get("issuer"));
        Optional<YamlNode> roles = node.find("roles").map(given -> given.onlyKeys(Set.of("claim", "groups")));
        return new SignOnProvider(
                node.get("issuer").text(),
                filled(node.get("client")),
                SigningKeysReader.address(node.get("address")),
                SigningKeysReader.algorithms(node, STANDARD),
                node.find("scopes").map(YamlNode::items).orElse(List.of()).stream()
                        .map(SingleSignOnReader::filled)
                        .toList(),
                node.find("name").map(SingleSignOnReader::filled).orElse("preferred_username"),
                isSecond(node, "unknown", "refuse", "add"),
                isSecond(node, "passwords", "all", "administrators"),
                roles.map(given -> filled(given.get("claim"))).orElse(""),
                roles.map(given -> roles(given.get("groups"), rights)).orElse(Map.of()));
    }

    /** One of two words; left out it is the first. */
    private static boolean isSecond(YamlNode node, String key, String first, String second) {
        Optional<YamlNode> given = node.find(key);
        given.filter(one -> !one.text().equals(first) && !one.text().equals(second))
                .ifPresent(one -> {
                    throw one.fault(first + " or " + second + " is expected here");
                });
        return given.filter(one -> one.text().equals(second)).isPresent();
    }

    private static String filled(YamlNode node) {
        if (node.text().isBlank()) {
            throw node.fault("it is blank");
        }
        return node.text();
    }

    private static Map<String, String> roles(YamlNode groups, Rights rights) {
        Map<String, String> roles = new HashMap<>();
        groups.entries().forEach((group, named) -> {
            if (rights.role(named.text()).isEmpty() || rights.areSystems(Set.of(named.text()))) {
                throw named.fault("no role of a person: " + named.text());
            }
            roles.put(group, named.text());
        });
        return roles;
    }
}
