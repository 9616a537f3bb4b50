package org.yibaoban.quota.indicator;

import java.util.Set;

/**
 * Which items count as examinations by large equipment.
 *
 * @param items the hospital's codes
 */
public record LargeEquipment(Set<String> items) {

    public LargeEquipment {
        items = Set.copyOf(items);
    }

    public boolean includes(String item) {
        return items.contains(item);
    }
}
