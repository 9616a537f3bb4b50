package org.yibaoban.launcher.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.money.Money;

/** What a ward takes from the catalogue: mostly drugs and tests, now and then something dear. */
final class Basket {

    /** Dearest unit price that is picked at random, in yuan, and how often out of a hundred a kind is picked. */
    private enum Kind {
        DRUG(ChargeType.DRUG, 90, 46, 4),
        LAB(ChargeType.LAB, 90, 20, 1),
        TREATMENT(ChargeType.TREATMENT, 120, 12, 2),
        CONSUMABLE(ChargeType.CONSUMABLE, 160, 12, 2),
        EXAM(ChargeType.EXAM, 320, 5, 1),
        HERB(ChargeType.HERB, 20, 5, 12);

        private final ChargeType type;
        private final BigDecimal dearest;
        private final int weight;
        private final int mostUnits;

        Kind(ChargeType type, int dearest, int weight, int mostUnits) {
            this.type = type;
            this.dearest = BigDecimal.valueOf(dearest);
            this.weight = weight;
            this.mostUnits = mostUnits;
        }

        private boolean takes(CatalogueItem item) {
            return item.chargeType() == type
                    && item.nationalCode().isPresent()
                    && item.price().isPositive()
                    && item.price().yuan().compareTo(dearest) <= 0;
        }
    }

    /** An item and how many units of it. */
    record Pick(String code, String name, ChargeType type, Money price, int units) {

        boolean isMedication() {
            return type == ChargeType.DRUG || type == ChargeType.HERB;
        }
    }

    private final Catalogue catalogue;
    private final LocalDate day;
    private final Map<Kind, List<CatalogueItem>> shelves = new EnumMap<>(Kind.class);

    Basket(Catalogue catalogue, LocalDate day) {
        this.catalogue = catalogue;
        this.day = day;
        for (Kind kind : Kind.values()) {
            List<CatalogueItem> shelf = catalogue
                    .versionsOn(day)
                    .filter(kind::takes)
                    .sorted(Comparator.comparing(CatalogueItem::hospitalCode))
                    .toList();
            if (shelf.isEmpty()) {
                throw new DayFault("the catalogue has no " + kind.type.key() + " in force on " + day);
            }
            shelves.put(kind, shelf);
        }
    }

    Pick any(Random random) {
        int draw = random.nextInt(100);
        Kind picked = Kind.DRUG;
        for (Kind kind : Kind.values()) {
            picked = kind;
            draw -= kind.weight;
            if (draw < 0) {
                break;
            }
        }
        List<CatalogueItem> shelf = shelves.get(picked);
        return pick(shelf.get(random.nextInt(shelf.size())), 1 + random.nextInt(picked.mostUnits));
    }

    /** @throws DayFault when the catalogue does not have the item on this day */
    Pick known(String code, int units) {
        return pick(
                catalogue
                        .find(code, day)
                        .orElseThrow(() -> new DayFault("the catalogue has no item " + code + " on " + day)),
                units);
    }

    private static Pick pick(CatalogueItem item, int units) {
        return new Pick(item.hospitalCode(), item.name(), item.chargeType(), item.price(), units);
    }
}
