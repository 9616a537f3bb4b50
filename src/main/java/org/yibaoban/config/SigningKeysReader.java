package org.yibaoban.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.control.SigningKeys;

/** Reads where somebody's public keys are, and by which algorithms it may sign. */
final class SigningKeysReader {

    /** Signatures by a key pair; a shared secret would let each who proves a token make one too. */
    private static final Set<String> ALGORITHMS = Set.of("RS256", "RS384", "ES256", "ES384");

    private SigningKeysReader() {}

    /** @param standard those that hold where the key {@code algorithms} is left out */
    static Set<String> algorithms(YamlNode node, Set<String> standard) {
        List<YamlNode> given = node.find("algorithms").map(YamlNode::items).orElse(List.of());
        for (YamlNode algorithm : given) {
            if (!ALGORITHMS.contains(algorithm.text())) {
                throw algorithm.fault("an algorithm is one of RS256, RS384, ES256, ES384, not " + algorithm.text());
            }
        }
        return given.isEmpty() ? standard : given.stream().map(YamlNode::text).collect(Collectors.toUnmodifiableSet());
    }

    /** @param fileKey the key that names a file beside this one; {@code jku} names an address */
    static SigningKeys keys(YamlNode node, String fileKey) {
        if (node.find(fileKey).isPresent() == node.find("jku").isPresent()) {
            throw node.fault("either " + fileKey + ", a file, or jku, an address, is expected here");
        }
        Optional<Path> file = node.find(fileKey).map(named -> {
            Path beside = named.file().resolveSibling(named.text());
            if (!Files.isRegularFile(beside)) {
                throw named.fault("there is no file " + beside);
            }
            return beside;
        });
        return new SigningKeys(file, node.find("jku").map(SigningKeysReader::address));
    }

    /** As {@link #secure}, and something can be appended. */
    static URI address(YamlNode node) {
        URI uri = secure(node);
        if (node.text().endsWith("/")) {
            throw node.fault("an https address without a slash at the end is expected here, not " + node.text());
        }
        return uri;
    }

    /** Https, but for this very machine: a token or a key that travels in the clear is anybody's. */
    static URI secure(YamlNode node) {
        try {
            URI uri = URI.create(node.text());
            boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            if (uri.getHost() == null || !("https".equals(uri.getScheme()) || here && "http".equals(uri.getScheme()))) {
                throw node.fault("an https address is expected here, not " + node.text());
            }
            return uri;
        } catch (IllegalArgumentException e) {
            throw node.fault("no address: " + node.text());
        }
    }
}
