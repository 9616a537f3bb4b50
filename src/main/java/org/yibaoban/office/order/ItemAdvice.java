package org.yibaoban.office.order;

import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

/**
 * Advice on one ordered item.
 *
 * @param item empty when the catalogue does not know it on this day
 * @param ambiguous its national code belongs to several of the hospital's items, and none was named
 * @param price for the ordered quantity, in yuan; empty for an unknown item, or one counted in another unit
 * @param split the price by the catalogue, before what a stay or a restriction does to it
 * @param restriction the payment restriction and what can be said of it
 * @param alternatives cheaper items of the catalogue that the fund pays for, at most {@link #MOST_ALTERNATIVES}
 */
public record ItemAdvice(
        OrderedItem ordered,
        Optional<CatalogueItem> item,
        boolean ambiguous,
        Optional<Money> price,
        Optional<ChargeSplit> split,
        Optional<Restriction> restriction,
        List<CatalogueItem> alternatives) {

    public static final int MOST_ALTERNATIVES = 3;

    public ItemAdvice {
        alternatives = List.copyOf(alternatives);
    }

    public String name() {
        return item.map(CatalogueItem::name).orElse(ordered.name());
    }

    /** By which the office knows the item; what the HIS called it where the office does not. */
    public String code() {
        return item.map(CatalogueItem::hospitalCode)
                .orElseGet(() ->
                        ordered.codes().isEmpty() ? "" : ordered.codes().get(0).code());
    }

    /** Outside the catalogue, or class C. */
    public boolean isSelfPaid() {
        return item.map(known -> known.itemClass() == ItemClass.C).orElse(true);
    }

    public boolean isOverLimit() {
        return !isSelfPaid()
                && item.flatMap(known ->
                                known.priceLimit().map(limit -> known.price().compareTo(limit) > 0))
                        .orElse(false);
    }

    public boolean breaksRestriction() {
        return restriction
                .filter(limit -> limit.outcome() == Restriction.Outcome.NOT_MET)
                .isPresent();
    }

    /** The patient will pay what the fund would pay for others: consent is due first. */
    public boolean needsConsent() {
        return isSelfPaid() || isOverLimit() || breaksRestriction();
    }
}
