package org.yibaoban.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.HookClients.Client;
import org.yibaoban.office.order.HookClients.Keys;

/**
 * Reads {@code cds-clients.yaml}: who may call the hooks with a token, and which FHIR servers may be asked. The
 * demonstration's own, in {@code demo/cds-clients.yaml}, are added where the folder has them, as its users are.
 */
public final class CdsClientsReader {

    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "ES256", "ES384");
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
        items(root, "fhir_servers").forEach(node -> servers.add(address(node).toString()));
        items(root, "item_systems").forEach(node -> systems.add(node.text()));
    }

    private void client(YamlNode node) {
        node.onlyKeys(Set.of("iss", "algorithms", "kids", "jwks", "jku"));
        String issuer = node.get("iss").text();
        if (issuer.isBlank()
                || clients.stream().anyMatch(other -> other.issuer().equals(issuer))) {
            throw node.get("iss").fault("iss is blank, or stands twice: " + issuer);
        }
        clients.add(new Client(issuer, algorithms(node), texts(node, "kids"), keys(node)));
    }

    private static Set<String> algorithms(YamlNode node) {
        for (YamlNode algorithm : items(node, "algorithms")) {
            if (!ALGORITHMS.contains(algorithm.text())) {
                throw algorithm.fault("an algorithm is one of RS256, RS384, ES256, ES384, not " + algorithm.text());
            }
        }
        Set<String> given = texts(node, "algorithms");
        return given.isEmpty() ? RECOMMENDED : given;
    }

    private static Keys keys(YamlNode node) {
        if (node.find("jwks").isPresent() == node.find("jku").isPresent()) {
            throw node.fault("a client has either jwks, a file, or jku, an address");
        }
        Optional<Path> file = node.find("jwks").map(named -> {
            Path beside = named.file().resolveSibling(named.text());
            if (!Files.isRegularFile(beside)) {
                throw named.fault("there is no file " + beside);
            }
            return beside;
        });
        return new Keys(file, node.find("jku").map(CdsClientsReader::address));
    }

    /** Https, but for this very machine: a token or a key that travels in the clear is anybody's. */
    private static URI address(YamlNode node) {
        try {
            URI uri = URI.create(node.text());
            boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            if (uri.getHost() == null
                    || !("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()))
                    || node.text().endsWith("/")) {
                throw node.fault("an https address without a slash at the end is expected here, not " + node.text());
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw node.fault("no address: " + node.text());
        }
    }

    private static List<YamlNode> items(YamlNode node, String key) {
        return node.find(key).map(YamlNode::items).orElse(List.of());
    }

    private static Set<String> texts(YamlNode node, String key) {
        return items(node, key).stream().map(YamlNode::text).collect(Collectors.toUnmodifiableSet());
    }
}
