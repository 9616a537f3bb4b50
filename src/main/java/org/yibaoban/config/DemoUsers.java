package org.yibaoban.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.control.Rights;

/** Reads {@code demo/users.yaml}: the users of the demonstration, whose passwords are public. */
public final class DemoUsers {

    private DemoUsers() {}

    /**
     * A user of the demonstration.
     *
     * @param roles of those in {@code rights.yaml}
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
        Rights rights = RightsReader.read(configDir);
        List<DemoUser> users = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : root.get("users").items()) {
            DemoUser user = user(node, rights);
            if (!names.add(user.username())) {
                throw node.fault("user " + user.username() + " stands twice");
            }
            users.add(user);
        }
        return List.copyOf(users);
    }

    private static DemoUser user(YamlNode node, Rights rights) {
        node.onlyKeys(Set.of("username", "password", "roles", "department", "name", "english"));
        Set<String> roles = new LinkedHashSet<>();
        for (YamlNode role : node.get("roles").items()) {
            if (rights.role(role.text()).isEmpty()) {
                throw role.fault("unknown role " + role.text());
            }
            roles.add(role.text());
        }
        rights.clash(roles).ifPresent(two -> {
            throw node.get("roles").fault("one person does not hold both: " + two);
        });
        return new DemoUser(
                node.get("username").text(),
                node.get("password").text(),
                Set.copyOf(roles),
                node.find("department").map(YamlNode::text),
                node.get("name").text(),
                node.get("english").text());
    }
}
