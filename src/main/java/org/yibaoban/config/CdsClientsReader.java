package org.yibaoban.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.HookClients.Client;

/**
 * Reads {@code cds-clients.yaml}: who may call the hooks with a token, and which FHIR servers may be asked. The
 * demonstration's own, in {@code demo/cds-clients.yaml}, are added where the folder has them, as its users are.
 */
public final class CdsClientsReader {

    /** What a client uses that is not asked otherwise; the two that CDS Hooks recommends. */
    private static final Set<String> RECOMMENDED = Set.of("RS384", "ES384");

    private final List<Client> clients = new ArrayList<>();
    private final Set<String> servers = new LinkedHashSet<>();
    private final Set<String> systems = new LinkedHashSet<>();

    private CdsClientsReader() {}

    /**
     * @param configDir the folder {@code config/}; without the files there are no clients and no servers
     * @throws ConfigFault with file, line and reason
     */
    public static HookClients read(Path configDir) {
        CdsClientsReader reader = new CdsClientsReader();
        reader.file(configDir.resolve("cds-clients.yaml"));
        reader.file(configDir.resolve("demo").resolve("cds-clients.yaml"));
        return new HookClients(reader.clients, reader.servers, reader.systems);
    }

    private void file(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        YamlNode root = YamlNode.read(file).onlyKeys(Set.of("clients", "fhir_servers", "item_systems"));
        items(root, "clients").forEach(this::client);
        items(root, "fhir_servers")
                .forEach(node -> servers.add(SigningKeysReader.address(node).toString()));
        items(root, "item_systems").forEach(node -> systems.add(node.text()));
    }

    private void client(YamlNode node) {
        node.onlyKeys(Set.of("iss", "algorithms", "kids", "jwks", "jku"));
        String issuer = node.get("iss").text();
        if (issuer.isBlank()
                || clients.stream().anyMatch(other -> other.issuer().equals(issuer))) {
            throw node.get("iss").fault("iss is blank, or stands twice: " + issuer);
        }
        clients.add(new Client(
                issuer,
                SigningKeysReader.algorithms(node, RECOMMENDED),
                texts(node, "kids"),
                SigningKeysReader.keys(node, "jwks")));
    }

    private static List<YamlNode> items(YamlNode node, String key) {
        return node.find(key).map(YamlNode::items).orElse(List.of());
    }

    private static Set<String> texts(YamlNode node, String key) {
        return items(node, key).stream().map(YamlNode::text).collect(Collectors.toUnmodifiableSet());
    }
}
