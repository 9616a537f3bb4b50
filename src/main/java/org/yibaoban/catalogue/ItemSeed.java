package org.yibaoban.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** The hospital's list as it is read at the start from {@code config/}: what releases begin from. */
public final class ItemSeed {

    private ItemSeed() {}

    public static Registers of(List<CatalogueItem> items) {
        Map<String, List<ItemVersion>> hospital = new HashMap<>();
        items.stream()
                .sorted(Comparator.comparing(CatalogueItem::from))
                .forEach(item -> hospital.computeIfAbsent(item.hospitalCode(), code -> new ArrayList<>(1))
                        .add(new ItemVersion(item.from(), item.to(), facts(item))));
        return new Registers(Map.of(), hospital);
    }

    private static Facts facts(CatalogueItem item) {
        Map<ItemField, String> values = new EnumMap<>(ItemField.class);
        values.put(ItemField.NATIONAL_CODE, item.nationalCode().orElse(""));
        values.put(ItemField.NAME, item.name());
        values.put(ItemField.SPECIFICATION, item.specification());
        values.put(ItemField.UNIT, item.unit());
        values.put(ItemField.CHARGE_TYPE, item.chargeType().key());
        values.put(ItemField.CLASS, item.itemClass().name());
        values.put(ItemField.SHARE, item.preSelfPayRate().map(Rate::toString).orElse(""));
        values.put(ItemField.PRICE_LIMIT, item.priceLimit().map(Money::toString).orElse(""));
        values.put(ItemField.PRICE, item.price().toString());
        values.put(ItemField.RESTRICTION, item.restriction().orElse(""));
        values.put(ItemField.WAIVED, item.waived() ? "yes" : "");
        values.put(ItemField.TO, item.to().map(Object::toString).orElse(""));
        return Facts.of(values);
    }
}
