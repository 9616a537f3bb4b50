package org.yibaoban.consent;

import java.util.Arrays;
import java.util.Optional;
import org.yibaoban.catalogue.ChargeType;

/** Kinds of item with a threshold of their own for the first self-pay share. */
public enum ItemGroup {
    DRUG("drug"),
    CONSUMABLE("consumable"),
    SERVICE("service");

    private final String key;

    ItemGroup(String key) {
        this.key = key;
    }

    /** The word of {@code config/rules/consent.yaml}. */
    public String key() {
        return key;
    }

    public static ItemGroup of(ChargeType type) {
        return switch (type) {
            case DRUG, HERB -> DRUG;
            case CONSUMABLE -> CONSUMABLE;
            default -> SERVICE;
        };
    }

    public static Optional<ItemGroup> ofKey(String key) {
        return Arrays.stream(values()).filter(group -> group.key.equals(key)).findFirst();
    }
}
