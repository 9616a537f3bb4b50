package org.yibaoban.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code demo/users.yaml}: the users of the demonstration, whose passwords are public. */
public final class DemoUsers {

    /** What a user of the office may be. */
    public static final Set<String> ROLES =
            Set.of("ward-doctor", "insurance-officer", "billing-clerk", "cashier", "his-system", "personal-data");

    private DemoUsers() {}

    /**
     * A user of the demonstration.
     *
     * @param roles some of {@link #ROLES}
     * @param department code of the department that a doctor works in; empty for those who see all
     */
    public record DemoUser(
            String username,
            String password,
            Set<String> roles,
            Optional<String> department,
            String chineseName,
            String englishName) {

        @Override
        public String toString() {
            return "user " + username;
        }
    }

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static List<DemoUser> read(Path configDir) {
        YamlNode root = YamlNode.read(configDir.resolve("demo").resolve("users.yaml"));
        root.onlyKeys(Set.of("users"));
        List<DemoUser> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : root.get("users").items()) {
            DemoUser user = user(node);
            if (!names.add(user.username())) {
                throw node.fault("user " + user.username() + " stands twice");
            }
            users.add(user);
        }
        return List.copyOf(users);
    }

    private static DemoUser user(YamlNode node) {
        node.onlyKeys(Set.of("username", "password", "roles", "department", "name", "english"));
        Set<String> roles = new LinkedHashSet<>();
        for (YamlNode role : node.get("roles").items()) {
            if (!ROLES.contains(role.text())) {
                throw role.fault("unknown role " + role.text());
            }
            roles.add(role.text());
        }
        return new DemoUser(
                node.get("username").text(),
                node.get("password").text(),
                Set.copyOf(roles),
                node.find("department").map(YamlNode::text),
                node.get("name").text(),
                node.get("english").text());
    }
}
