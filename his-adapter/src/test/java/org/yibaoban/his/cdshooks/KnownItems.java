package org.yibaoban.his.cdshooks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.order.ItemAdvice;
import org.yibaoban.office.order.OrderedItem;
import org.yibaoban.office.order.OrderedItem.Owner;
import org.yibaoban.office.order.Restriction;

/** A catalogue of four items: A and B without, R with a restriction, C self-paid with A as its alternative. */
final class KnownItems {

    private KnownItems() {}

    static ItemAdvice advice(OrderedItem ordered) {
        Optional<CatalogueItem> item = ordered.codes().stream()
                .filter(code -> code.owner() != Owner.OTHER)
                .flatMap(code -> find(code.code()).stream())
                .findFirst();
        Optional<Money> price = item.map(known -> known.price().times(ordered.quantity()));
        return new ItemAdvice(
                ordered,
                item,
                false,
                price,
                price.map(amount -> new ChargeSplit(Money.ZERO, Money.ZERO, Money.ZERO, amount)),
                item.flatMap(CatalogueItem::restriction)
                        .map(text -> new Restriction(text, Restriction.Outcome.TO_CHECK, "请核对", "please check")),
                item.filter(known -> known.itemClass() == ItemClass.C)
                        .map(known -> List.of(item("A", ItemClass.A)))
                        .orElse(List.of()));
    }

    static Optional<CatalogueItem> find(String code) {
        return switch (code) {
            case "A", "R" -> Optional.of(item(code, ItemClass.A));
            case "B" -> Optional.of(item(code, ItemClass.B));
            case "C" -> Optional.of(item(code, ItemClass.C));
            default -> Optional.empty();
        };
    }

    static CatalogueItem item(String code, ItemClass type) {
        return new CatalogueItem(
                code,
                Optional.of("X" + code),
                "药品" + code,
                "10mg",
                "盒",
                ChargeType.DRUG,
                type,
                type == ItemClass.B ? Optional.of(Rate.of("0.10")) : Optional.empty(),
                Optional.empty(),
                Money.of("10.00"),
                code.equals("R") ? Optional.of("限二线用药") : Optional.empty(),
                false,
                LocalDate.of(2025, 1, 1),
                Optional.empty());
    }
}
