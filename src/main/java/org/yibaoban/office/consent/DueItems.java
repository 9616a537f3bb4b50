package org.yibaoban.office.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.consent.ConsentCover;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.VisitRow;

/** What consent is due for, of charges and of orders, with what the catalogue has instead. Runs in the caller's transaction. */
@ApplicationScoped
public class DueItems {

    private static final int ALTERNATIVES = 3;

    @Inject
    private ConsentCounting counting;

    @Inject
    private ConsentRules rules;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Ledger ledger;

    @Inject
    private Clock clock;

    /** What is due of a visit's charges, the dearest first. */
    List<DueItem> charged(VisitRow visit, List<ConsentRow> rows) {
        Map<String, ChargeLineRow> lines = new LinkedHashMap<>();
        List<ChargeLineRow> all = ledger.all(visit);
        all.stream()
                .filter(line -> !counting.reasons(visit, line).isEmpty())
                .forEach(line -> lines.put(line.item().code(), line));
        Map<String, ConsentCover> covers = counting.covers(
                visit,
                lines.keySet(),
                all.stream()
                        .filter(line -> lines.containsKey(line.item().code()))
                        .toList(),
                rows);
        return covers.entrySet().stream()
                .filter(entry -> entry.getValue().due().signum() > 0)
                .map(entry -> charged(visit, lines.get(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing(DueItem::amount)
                        .reversed()
                        .thenComparing(due -> due.item().code()))
                .toList();
    }

    private DueItem charged(VisitRow visit, ChargeLineRow line, ConsentCover cover) {
        LocalDate day = line.serviceTime().toLocalDate();
        Optional<CatalogueItem> known = catalogues.current().find(line.item().code(), day);
        ConsentItem kept = line.item().consentItem(visit.insurance());
        return new DueItem(
                known.map(item -> withSpecification(kept, item.specification())).orElse(kept),
                cover.due().stripTrailingZeros(),
                cover.dearest().orElseThrow().stripTrailingZeros(),
                cover.dueAmount(),
                cover.reasons(),
                rules.stops(cover.reasons()),
                cover.dueSince(),
                alternatives(known, day));
    }

    /** What of an order is due: what the forms in force do not allow any more. */
    public List<DueItem> ordered(VisitRow visit, List<OrderedItem> order) {
        LocalDate today = LocalDate.now(clock);
        Map<String, OrderedItem> byCode = new LinkedHashMap<>();
        order.forEach(item -> byCode.merge(
                item.code(),
                item,
                (one, other) ->
                        new OrderedItem(one.code(), one.name(), one.quantity().add(other.quantity()))));
        Map<String, DueItem> needing = byCode.values().stream()
                .map(item -> ordered(visit, item, today))
                .filter(due -> !due.reasons().isEmpty())
                .collect(Collectors.toMap(due -> due.item().code(), due -> due, (a, b) -> a, LinkedHashMap::new));
        if (needing.isEmpty()) {
            return List.of();
        }
        Map<String, ConsentCover> covers = counting.covers(visit, needing.keySet());
        List<DueItem> due = new ArrayList<>();
        needing.forEach((code, item) -> {
            BigDecimal open = covers.get(code).dueFor(item.quantity());
            if (open.signum() > 0) {
                due.add(reduced(item, open));
            }
        });
        return due;
    }

    private DueItem ordered(VisitRow visit, OrderedItem ordered, LocalDate today) {
        Optional<CatalogueItem> known = catalogues.current().find(ordered.code(), today);
        ConsentItem item = known.map(found -> ConsentItem.of(asFor(visit, found)))
                .orElseGet(() -> ConsentItem.unknown(ordered.code(), ordered.name()));
        BigDecimal price = known.map(found -> found.price().yuan()).orElse(BigDecimal.ZERO);
        Money amount = Money.rounded(price.multiply(ordered.quantity()));
        // an item that nobody knows has no price yet, and is outside the catalogue all the same
        Set<ConsentReason> reasons = known.isPresent()
                ? rules.reasons(item, ordered.quantity(), amount)
                : rules.reasons(item, ordered.quantity(), Money.rounded(ordered.quantity()));
        return new DueItem(
                item,
                ordered.quantity(),
                price,
                amount,
                reasons,
                rules.stops(reasons),
                Optional.empty(),
                alternatives(known, today));
    }

    /** With the first share of the visit's insurance; the general one while it is not known. */
    private static CatalogueItem asFor(VisitRow visit, CatalogueItem item) {
        return visit.insurance().filter(InsuranceType.RESIDENT::equals).isPresent() ? item.forResidents() : item;
    }

    private static DueItem reduced(DueItem item, BigDecimal quantity) {
        return new DueItem(
                item.item(),
                quantity,
                item.unitPrice(),
                Money.rounded(item.unitPrice().multiply(quantity)),
                item.reasons(),
                item.stops(),
                item.usedSince(),
                item.alternatives());
    }

    private List<CatalogueItem> alternatives(Optional<CatalogueItem> item, LocalDate day) {
        return item.map(known -> catalogues.current().alternatives(known, day, ALTERNATIVES))
                .orElse(List.of());
    }

    private static ConsentItem withSpecification(ConsentItem item, String specification) {
        return new ConsentItem(
                item.code(),
                item.nationalCode(),
                item.name(),
                specification,
                item.unit(),
                item.chargeType(),
                item.itemClass(),
                item.firstShare(),
                item.unitLimit(),
                item.restriction());
    }
}
