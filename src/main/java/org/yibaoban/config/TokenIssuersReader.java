package org.yibaoban.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yibaoban.control.Rights;
import org.yibaoban.control.RoleRight;
import org.yibaoban.control.TokenIssuer;
import org.yibaoban.control.TokenIssuers;

/** Reads {@code token-issuers.yaml}: whose bearer tokens open the doors of systems, and with which roles. */
public final class TokenIssuersReader {

    /** What MicroProfile JWT asks each to know. */
    private static final Set<String> STANDARD = Set.of("RS256", "ES256");

    /** It stands before each name in the trail, and a colon stands in no user's name. */
    private static final String KEY = "[a-z][a-z0-9-]{0,15}";

    private TokenIssuersReader() {}

    /**
     * @param configDir the folder {@code config/}; without the file nobody's tokens are accepted
     * @param rights whose roles the groups may give
     * @throws ConfigFault with file, line and reason
     */
    public static TokenIssuers read(Path configDir, Rights rights) {
        Path file = configDir.resolve("token-issuers.yaml");
        if (!Files.exists(file)) {
            return new TokenIssuers(List.of());
        }
        List<TokenIssuer> all = new ArrayList<>();
        for (YamlNode node :
                YamlNode.read(file).onlyKeys(Set.of("issuers")).get("issuers").items()) {
            TokenIssuer issuer = issuer(node, rights);
            if (all.stream()
                    .anyMatch(other ->
                            other.key().equals(issuer.key()) || other.issuer().equals(issuer.issuer()))) {
                throw node.fault("key or iss stands twice: " + issuer.key() + ", " + issuer.issuer());
            }
            all.add(issuer);
        }
        return new TokenIssuers(all);
    }

    private static TokenIssuer issuer(YamlNode node, Rights rights) {
        node.onlyKeys(Set.of("key", "iss", "audience", "algorithms", "keys", "jku", "name", "groups"));
        if (!node.get("key").text().matches(KEY)) {
            throw node.get("key").fault("up to 16 of a-z, 0-9 and - are expected here, a letter first");
        }
        return new TokenIssuer(
                node.get("key").text(),
                filled(node, "iss"),
                filled(node, "audience"),
                SigningKeysReader.algorithms(node, STANDARD),
                SigningKeysReader.keys(node, "keys"),
                node.find("name").map(YamlNode::text),
                roles(node.get("groups"), rights));
    }

    private static String filled(YamlNode node, String key) {
        if (node.get(key).text().isBlank()) {
            throw node.get(key).fault("it is blank");
        }
        return node.get(key).text();
    }

    private static Map<String, String> roles(YamlNode groups, Rights rights) {
        Map<String, String> roles = new HashMap<>();
        groups.entries().forEach((group, named) -> {
            RoleRight role = rights.role(named.text()).orElseThrow(() -> named.fault("unknown role " + named.text()));
            if (role.inDepartment()) {
                throw named.fault("role " + role.key() + " ends at a department, and a system has none");
            }
            roles.put(group, role.key());
        });
        return roles;
    }
}
