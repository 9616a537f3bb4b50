package org.yibaoban.config;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.catalogue.ItemSeed;
import org.yibaoban.catalogue.NationalCode;
import org.yibaoban.catalogue.Registers;

/**
 * Reads {@code catalogue/items.csv}, one dated version of an item a line. It is strict: an item that cannot be settled,
 * or two versions in force on the same day, stop the start.
 */
public final class CatalogueReader {

    public static final List<String> COLUMNS = List.of(
            "hospital_code",
            "national_code",
            "name",
            "specification",
            "unit",
            "charge_type",
            "class",
            "pre_self_pay_rate",
            "price_limit",
            "price",
            "restriction",
            "waived",
            "from",
            "to");

    private final Map<String, List<CatalogueItem>> versions = new HashMap<>();
    private final List<CatalogueItem> items = new ArrayList<>();

    private CatalogueReader() {}

    /**
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static Catalogue read(Path configDir) {
        return new Catalogue(items(configDir));
    }

    /**
     * The same as the lists that releases change.
     *
     * @param configDir the folder {@code config/}
     * @throws ConfigFault with file, line and reason
     */
    public static Registers registers(Path configDir) {
        return ItemSeed.of(items(configDir));
    }

    private static List<CatalogueItem> items(Path configDir) {
        CatalogueReader reader = new CatalogueReader();
        Path file = configDir.resolve("catalogue").resolve("items.csv");
        CsvTable.read(file, COLUMNS, reader::add);
        if (reader.items.isEmpty()) {
            throw new ConfigFault(file, 0, "the catalogue has no item");
        }
        return reader.items;
    }

    private void add(CsvRow row) {
        CatalogueItem item = item(row);
        List<CatalogueItem> others = versions.computeIfAbsent(item.hospitalCode(), code -> new ArrayList<>(1));
        for (CatalogueItem other : others) {
            if (other.from().equals(item.from())) {
                throw row.fault("item " + item.hospitalCode() + " stands twice with from " + item.from());
            }
            if (overlap(other, item)) {
                throw row.fault("item " + item.hospitalCode() + " overlaps its version from " + other.from());
            }
        }
        others.add(item);
        items.add(item);
    }

    private static CatalogueItem item(CsvRow row) {
        LocalDate from = row.date("from");
        Optional<LocalDate> to = row.findDate("to");
        if (to.isPresent() && to.get().isBefore(from)) {
            throw row.fault("to " + to.get() + " lies before from " + from);
        }
        ItemClass itemClass = itemClass(row);
        if (itemClass != ItemClass.B && row.find("pre_self_pay_rate").isPresent()) {
            throw row.fault("only class B has a pre_self_pay_rate, not class " + itemClass);
        }
        try {
            return new CatalogueItem(
                    row.get("hospital_code"),
                    nationalCode(row),
                    row.get("name"),
                    row.find("specification").orElse(""),
                    row.get("unit"),
                    chargeType(row),
                    itemClass,
                    row.findRate("pre_self_pay_rate"),
                    row.findMoney("price_limit"),
                    row.money("price"),
                    row.find("restriction"),
                    waived(row),
                    from,
                    to);
        } catch (IllegalArgumentException e) {
            throw row.fault(e.getMessage());
        }
    }

    private static Optional<String> nationalCode(CsvRow row) {
        Optional<String> code = row.find("national_code");
        if (code.isPresent() && NationalCode.of(code.get()).isEmpty()) {
            throw row.fault("national_code " + code.get() + " has not the shape of a national code");
        }
        return code;
    }

    private static ItemClass itemClass(CsvRow row) {
        return switch (row.get("class")) {
            case "A" -> ItemClass.A;
            case "B" -> ItemClass.B;
            case "C" -> ItemClass.C;
            default -> throw row.fault("unknown class " + row.get("class") + ", A, B or C expected");
        };
    }

    private static boolean waived(CsvRow row) {
        return switch (row.find("waived").orElse("")) {
            case "" -> false;
            case "yes" -> true;
            default -> throw row.fault("waived is yes or blank, not " + row.get("waived"));
        };
    }

    private static ChargeType chargeType(CsvRow row) {
        return ChargeType.ofKey(row.get("charge_type"))
                .orElseThrow(() -> row.fault("unknown charge_type " + row.get("charge_type")));
    }

    private static boolean overlap(CatalogueItem one, CatalogueItem other) {
        return !one.to().orElse(LocalDate.MAX).isBefore(other.from())
                && !other.to().orElse(LocalDate.MAX).isBefore(one.from());
    }
}
