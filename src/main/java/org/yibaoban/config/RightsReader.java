package org.yibaoban.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.control.Duty;
import org.yibaoban.control.LoginRules;
import org.yibaoban.control.PasswordRules;
import org.yibaoban.control.Rights;
import org.yibaoban.control.RoleRight;
import org.yibaoban.control.TwoPersons;

/** Reads {@code rights.yaml}: the roles, and the rules for passwords and logins. */
public final class RightsReader {

    private RightsReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static Rights read(Path configDir) {
        YamlNode root = YamlNode.read(configDir.resolve("rights.yaml"))
                .onlyKeys(Set.of("roles", "passwords", "logins", "duties"));
        List<RoleRight> roles = new ArrayList<>();
        for (YamlNode node : root.get("roles").items()) {
            RoleRight role = role(node);
            if (roles.stream().anyMatch(other -> other.key().equals(role.key()))) {
                throw node.fault("role " + role.key() + " stands twice");
            }
            roles.add(role);
        }
        Set<String> known = roles.stream().map(RoleRight::key).collect(Collectors.toSet());
        root.get("roles").items().forEach(node -> {
            named(node, "includes", known);
            named(node, "not_together", known);
        });
        List<Duty> duties = new ArrayList<>();
        for (YamlNode node : root.get("duties").items()) {
            named(node, "approves", known);
            duties.add(duty(node));
        }
        for (TwoPersons action : TwoPersons.values()) {
            if (duties.stream().filter(duty -> duty.action() == action).count() != 1) {
                throw root.get("duties").fault("action " + action.key() + " must stand here once");
            }
        }
        return new Rights(roles, passwords(root.get("passwords")), logins(root.get("logins")), duties);
    }

    private static RoleRight role(YamlNode node) {
        node.onlyKeys(
                Set.of("key", "name", "english", "includes", "not_together", "in_department", "system", "source"));
        return new RoleRight(
                node.get("key").text(),
                node.get("name").text(),
                node.get("english").text(),
                texts(node, "includes"),
                texts(node, "not_together"),
                flag(node, "in_department"),
                flag(node, "system"),
                node.get("source").text());
    }

    private static Duty duty(YamlNode node) {
        node.onlyKeys(Set.of("action", "approves", "source"));
        YamlNode action = node.get("action");
        return new Duty(
                TwoPersons.ofKey(action.text()).orElseThrow(() -> action.fault("unknown action " + action.text())),
                texts(node, "approves"),
                node.get("source").text());
    }

    private static PasswordRules passwords(YamlNode node) {
        node.onlyKeys(Set.of("length", "classes", "common"));
        return new PasswordRules(from(node, "length", 8), from(node, "classes", 1), texts(node, "common"));
    }

    private static LoginRules logins(YamlNode node) {
        node.onlyKeys(Set.of("failures", "locked_minutes", "session_hours", "failures_per_address"));
        return new LoginRules(
                from(node, "failures", 1),
                Duration.ofMinutes(from(node, "locked_minutes", 1)),
                Duration.ofHours(from(node, "session_hours", 1)),
                from(node, "failures_per_address", 1));
    }

    private static int from(YamlNode node, String key, int least) {
        int value = node.get(key).integer();
        if (value < least) {
            throw node.get(key).fault("at least " + least + " is expected here, not " + value);
        }
        return value;
    }

    private static boolean flag(YamlNode node, String key) {
        return node.find(key).map(YamlNode::bool).orElse(false);
    }

    private static Set<String> texts(YamlNode node, String key) {
        return node.find(key).map(YamlNode::items).orElse(List.of()).stream()
                .map(YamlNode::text)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void named(YamlNode role, String key, Set<String> known) {
        role.find(key).map(YamlNode::items).orElse(List.of()).forEach(node -> {
            if (!known.contains(node.text())) {
                throw node.fault("unknown role " + node.text());
            }
        });
    }
}
