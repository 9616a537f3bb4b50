package org.yibaoban.office.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.ChargeSplit;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.money.Money;
import org.yibaoban.office.order.OrderedItem.ItemCode;

/** Looks an ordered item up and says what the catalogue says of it. No database. */
final class ItemAdvisor {

    private final Catalogue catalogue;
    private final RestrictionCheck patient;
    private final LocalDate day;

    ItemAdvisor(Catalogue catalogue, RestrictionCheck patient, LocalDate day) {
        this.catalogue = catalogue;
        this.patient = patient;
        this.day = day;
    }

    ItemAdvice advise(OrderedItem ordered) {
        List<CatalogueItem> found = find(ordered);
        Optional<CatalogueItem> item = found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        Optional<Money> price = item.filter(known -> countsIn(known, ordered))
                .map(known -> known.price().times(ordered.quantity()));
        ItemAdvice advice = new ItemAdvice(
                ordered,
                item,
                found.size() > 1,
                price,
                price.map(amount -> ChargeSplit.of(line(item.orElseThrow(), ordered, amount))),
                item.flatMap(CatalogueItem::restriction).map(patient::check),
                List.of());
        return advice.isSelfPaid() && item.isPresent() ? with(advice, item.get()) : advice;
    }

    /** The hospital's own code decides; a national code only where no hospital code is known. */
    private List<CatalogueItem> find(OrderedItem ordered) {
        for (ItemCode code : ordered.codes()) {
            List<CatalogueItem> listed = switch (code.owner()) {
                case HOSPITAL -> catalogue.find(code.code(), day).stream().toList();
                case NATIONAL -> catalogue.ofNational(code.code(), day);
                case OTHER -> List.of();
            };
            if (!listed.isEmpty()) {
                return listed.stream().map(this::forPatient).toList();
            }
        }
        return List.of();
    }

    private CatalogueItem forPatient(CatalogueItem item) {
        return patient.isResident() ? item.forResidents() : item;
    }

    /** 28 tablets are not 28 boxes: what is counted in another unit has no price here. */
    private static boolean countsIn(CatalogueItem item, OrderedItem ordered) {
        return ordered.unit().isEmpty() || ordered.unit().get().equals(item.unit());
    }

    private ItemAdvice with(ItemAdvice advice, CatalogueItem item) {
        return new ItemAdvice(
                advice.ordered(),
                advice.item(),
                advice.ambiguous(),
                advice.price(),
                advice.split(),
                advice.restriction(),
                catalogue.alternatives(item, day, ItemAdvice.MOST_ALTERNATIVES));
    }

    static BenefitLine line(CatalogueItem item, OrderedItem ordered, Money price) {
        return new BenefitLine(
                price,
                item.itemClass(),
                item.preSelfPayRate(),
                ordered.quantity(),
                item.priceLimit().map(Money::yuan),
                item.waived());
    }
}
