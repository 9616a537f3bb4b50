package org.yibaoban.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.yibaoban.quota.indicator.LargeEquipment;

/** Reads {@code rules/large-equipment.yaml}: the codes of items whose charges count as large-equipment examinations. */
public final class LargeEquipmentReader {

    private static final Set<String> KEYS = Set.of("source", "items");

    private LargeEquipmentReader() {}

    /**
     * @param configDir the folder {@code config/}; without the file no item counts so
     * @throws ConfigFault with file, line and reason
     */
    public static LargeEquipment read(Path configDir) {
        Path file = configDir.resolve("rules").resolve("large-equipment.yaml");
        if (!Files.exists(file)) {
            return new LargeEquipment(Set.of());
        }
        YamlNode root = YamlNode.read(file).onlyKeys(KEYS);
        if (root.get("source").text().isBlank()) {
            throw root.get("source").fault("who marked them, and where that stands, is missing");
        }
        Set<String> items = new HashSet<>();
        for (YamlNode item : root.get("items").items()) {
            if (!items.add(item.text())) {
                throw item.fault("item " + item.text() + " stands twice");
            }
        }
        return new LargeEquipment(items);
    }
}
