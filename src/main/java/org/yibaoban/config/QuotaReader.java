package org.yibaoban.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yibaoban.money.Money;
import org.yibaoban.quota.Quota;
import org.yibaoban.quota.QuotaMeasure;
import org.yibaoban.quota.QuotaPeriod;
import org.yibaoban.quota.QuotaScope;

/**
 * Reads {@code quotas/*.yaml}. Source, dates and warning levels stand at the top of a file and hold for every quota in
 * it that does not say otherwise.
 */
public final class QuotaReader {

    private static final Set<String> FILE_KEYS = Set.of("source", "from", "to", "levels", "quotas");
    private static final Set<String> QUOTA_KEYS =
            Set.of("scope", "code", "period", "measure", "limit", "source", "from", "to", "levels");

    private final List<Quota> quotas = new ArrayList<>();

    private QuotaReader() {}

    /**
     * @param configDir the folder {@code config/}; without a folder {@code quotas} in it there are no quotas
     * @throws ConfigFault with file, line and reason
     */
    public static List<Quota> read(Path configDir) {
        QuotaReader reader = new QuotaReader();
        yamlFiles(configDir.resolve("quotas")).forEach(file -> reader.file(YamlNode.read(file)));
        return List.copyOf(reader.quotas);
    }

    private void file(YamlNode root) {
        root.onlyKeys(FILE_KEYS);
        for (YamlNode node : root.get("quotas").items()) {
            Quota quota = quota(root, node.onlyKeys(QUOTA_KEYS));
            if (quotas.stream().anyMatch(other -> other.sameSubject(quota) && other.overlaps(quota))) {
                throw node.fault("another quota limits the same on some of these days");
            }
            quotas.add(quota);
        }
    }

    private static Quota quota(YamlNode file, YamlNode node) {
        try {
            return new Quota(
                    word(node.get("scope"), QuotaScope::ofKey),
                    node.get("code").text(),
                    word(node.get("period"), QuotaPeriod::ofKey),
                    word(node.get("measure"), QuotaMeasure::ofKey),
                    limit(node.get("limit")),
                    own(file, node, "levels").items().stream()
                            .map(YamlNode::integer)
                            .toList(),
                    own(file, node, "from").date(),
                    end(file, node),
                    own(file, node, "source").text());
        } catch (IllegalArgumentException e) {
            throw node.fault(e.getMessage());
        }
    }

    private static YamlNode own(YamlNode file, YamlNode node, String key) {
        return node.find(key).orElseGet(() -> file.get(key));
    }

    private static Optional<LocalDate> end(YamlNode file, YamlNode node) {
        return node.find("to").or(() -> file.find("to")).map(YamlNode::date);
    }

    private static Money limit(YamlNode node) {
        try {
            return new Money(node.decimal());
        } catch (ArithmeticException e) {
            throw node.fault("a limit has at most two places: " + node.text());
        }
    }

    private static <T> T word(YamlNode node, Function<String, Optional<T>> known) {
        return known.apply(node.text()).orElseThrow(() -> node.fault("unknown word " + node.text()));
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ConfigFault(folder, 0, "cannot be listed: " + e);
        }
    }
}
