package org.yibaoban.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.consent.ItemGroup;
import org.yibaoban.money.Rate;

/** Reads {@code rules/consent.yaml}: what needs consent, from which shares on, and every figure with its source. */
public final class ConsentReader {

    static final Set<String> KEYS = Set.of("reasons", "first_share_from", "emergency");
    static final Set<String> REASON_KEYS = Set.of("stops_claim", "source");
    static final Set<String> FIGURE_KEYS = Set.of("value", "source");

    private static final int MOST_HOURS = 720;

    private ConsentReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static ConsentRules read(Path configDir) {
        return rules(YamlNode.read(configDir.resolve("rules").resolve("consent.yaml")));
    }

    static ConsentRules rules(YamlNode root) {
        root.onlyKeys(KEYS);
        Map<ConsentReason, Boolean> stops = new EnumMap<>(ConsentReason.class);
        root.get("reasons").entries().forEach((key, node) -> {
            ConsentReason reason = ConsentReason.ofKey(key).orElseThrow(() -> node.fault("unknown reason " + key));
            node.onlyKeys(REASON_KEYS);
            source(node);
            stops.put(reason, node.get("stops_claim").bool());
        });
        Map<ItemGroup, Rate> shares = new EnumMap<>(ItemGroup.class);
        root.get("first_share_from").entries().forEach((key, node) -> {
            ItemGroup group = ItemGroup.ofKey(key).orElseThrow(() -> node.fault("unknown kind of item " + key));
            shares.put(group, share(node));
        });
        YamlNode emergency = root.get("emergency").onlyKeys(Set.of("sign_after_hours"));
        return new ConsentRules(stops, shares, Duration.ofHours(hours(emergency.get("sign_after_hours"))));
    }

    private static Rate share(YamlNode node) {
        node.onlyKeys(FIGURE_KEYS);
        source(node);
        YamlNode value = node.get("value");
        BigDecimal share = value.decimal();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw value.fault("a share lies above 0 and is at most 1, not " + share.toPlainString());
        }
        return new Rate(share);
    }

    private static int hours(YamlNode node) {
        node.onlyKeys(FIGURE_KEYS);
        source(node);
        YamlNode value = node.get("value");
        int hours = value.integer();
        if (hours < 1 || hours > MOST_HOURS) {
            throw value.fault("1 to " + MOST_HOURS + " hours, not " + hours);
        }
        return hours;
    }

    private static void source(YamlNode node) {
        YamlNode source = node.get("source");
        if (source.text().isBlank()) {
            throw source.fault("a source must be named");
        }
    }
}
