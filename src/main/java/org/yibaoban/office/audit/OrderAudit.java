package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yibaoban.audit.AuditLine;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.AuditStay;
import org.yibaoban.audit.AuditVisit;
import org.yibaoban.audit.Finding;
import org.yibaoban.audit.LineId;
import org.yibaoban.audit.PartAudit;
import org.yibaoban.audit.Totals;
import org.yibaoban.audit.Touched;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.consent.DueItems;
import org.yibaoban.office.consent.OrderedItem;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.AuditLines;
import org.yibaoban.store.AuditTotalRow;
import org.yibaoban.store.AuditedLine;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** What the rules would find if an order were charged now. Changes nothing and makes no call to the payer. */
@ApplicationScoped
public class OrderAudit {

    /** Begins the ids of an order's lines; a number from 1 follows. */
    public static final String ORDER_LINE = "order-";

    @Inject
    private Visits visits;

    @Inject
    private AuditLines lines;

    @Inject
    private StayMapping mapping;

    @Inject
    private AuditFindings findings;

    @Inject
    private AuditSettings settings;

    @Inject
    private DueItems consents;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Clock clock;

    /** @param code the hospital's own */
    public record Ordered(String code, String name, BigDecimal quantity) {}

    /**
     * The findings that the order would add to those of the stay; their lines are {@code order-1}, {@code order-2}, ...
     * for the items in their order, beside the stay's own.
     *
     * @throws OfficeRefused when there is no such visit
     */
    @Transactional
    public List<Finding> check(VisitNumber number, List<Ordered> order) {
        return check(
                visits.find(number)
                        .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, "")),
                order);
    }

    /** The same of a visit in the caller's transaction. */
    public List<Finding> check(VisitRow visit, List<Ordered> order) {
        List<AuditLine> ordered = items(order);
        AuditVisit facts = mapping.visit(visit);
        Totals before = findings.totals(visit)
                .map(AuditTotalRow::totals)
                .orElseGet(() -> Totals.of(mapping.part(visit, facts, lines.whole(visit))));
        Totals after = before;
        for (AuditLine line : ordered) {
            after = after.charged(line);
        }
        Touched touched = Touched.by(ordered, facts, after, settings);
        List<AuditedLine> rows = touched.whole()
                ? lines.whole(visit)
                : lines.parts(Map.of(visit.id(), StayAudit.part(facts, touched)))
                        .get(visit.id());
        AuditStay without = mapping.part(visit, facts, rows);
        List<Finding> standing = PartAudit.findings(without, before, touched, settings);
        AuditStay with = mapping.part(
                visit,
                facts,
                Stream.concat(without.lines().stream(), ordered.stream()).toList(),
                consents(visit, without, ordered, order));
        return PartAudit.findings(with, after, touched, settings).stream()
                .filter(found -> standing.stream().noneMatch(known -> isSame(known, found)))
                .toList();
    }

    /** What the forms in force do not allow of the order needs consent before it is charged. */
    private Set<String> consents(VisitRow visit, AuditStay without, List<AuditLine> ordered, List<Ordered> order) {
        Set<String> consented = new HashSet<>(without.consents());
        ordered.stream()
                .map(AuditLine::item)
                .filter(item -> item.itemClass() == ItemClass.C)
                .forEach(item -> consented.add(item.code()));
        if (!StayFlags.isSelfPaying(visit)) {
            consents.ordered(
                            visit,
                            order.stream()
                                    .map(one -> new OrderedItem(one.code(), one.name(), one.quantity()))
                                    .toList())
                    .forEach(due -> consented.remove(due.item().code()));
        }
        return consented;
    }

    private static boolean isSame(Finding known, Finding found) {
        return known.rule() == found.rule()
                && known.scope().equals(found.scope())
                && known.lines().equals(found.lines());
    }

    private List<AuditLine> items(List<Ordered> order) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<AuditLine> items = new ArrayList<>();
        for (Ordered one : order) {
            Optional<CatalogueItem> item = catalogues.current().find(one.code(), now.toLocalDate());
            Money price = item.map(CatalogueItem::price).orElse(Money.ZERO);
            items.add(new AuditLine(
                    new LineId(ORDER_LINE + (items.size() + 1)),
                    mapping.item(
                            item.map(ItemSnapshot::new)
                                    .orElseGet(() -> ItemSnapshot.unknown(one.code(), one.name()))
                                    .audited(),
                            now),
                    one.quantity(),
                    price.yuan(),
                    price.times(one.quantity()),
                    now,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false,
                    Optional.empty()));
        }
        return items;
    }
}
