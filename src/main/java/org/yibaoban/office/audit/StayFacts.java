package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.store.AuditedLine;
import org.yibaoban.store.Consents;
import org.yibaoban.store.LeaveRow;
import org.yibaoban.store.Leaves;
import org.yibaoban.store.OrderRow;
import org.yibaoban.store.Orders;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitType;

/** What the rules ask for beside visit and lines: consents, leaves, orders. A query for each, however many stays. */
@ApplicationScoped
class StayFacts {

    @Inject
    private Consents consents;

    @Inject
    private Leaves leaves;

    @Inject
    private Orders orders;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Clock clock;

    /**
     * What is known of some stays beside their lines.
     *
     * @param orders that the lines name, by the visit's row id
     * @param due codes of the items that consent is due for, likewise
     */
    record Beside(Map<Long, List<OrderRow>> orders, Map<Long, Set<String>> due) {}

    /** @param lines of each stay */
    Beside beside(Map<VisitRow, List<AuditedLine>> lines) {
        Map<VisitRow, Set<String>> numbers = new HashMap<>();
        List<VisitRow> asked = new ArrayList<>();
        lines.forEach((visit, ofVisit) -> {
            Set<String> named = ofVisit.stream()
                    .flatMap(line -> line.orderNumber().stream())
                    .collect(Collectors.toSet());
            if (!named.isEmpty()) {
                numbers.put(visit, named);
            }
            if (!StayFlags.isSelfPaying(visit)
                    && ofVisit.stream().anyMatch(line -> line.item().itemClass() == ItemClass.C)) {
                asked.add(visit);
            }
        });
        return new Beside(orders.numbered(numbers), consents.due(asked));
    }

    /**
     * The items of class C of these lines that no consent is due for: consented to, or in no need of it. The rules ask for
     * those alone. An item of which a part is not covered by its forms is not among them, so that all its lines are found
     * until it is. Who pays all anyway is asked for no consent.
     */
    Set<String> consented(VisitRow visit, List<AuditedLine> lines, Beside beside) {
        Set<String> due = beside.due().getOrDefault(visit.id(), Set.of());
        return lines.stream()
                .map(AuditedLine::item)
                .filter(item -> item.itemClass() == ItemClass.C)
                .map(AuditedLine.Item::code)
                .filter(code -> !due.contains(code))
                .collect(Collectors.toSet());
    }

    /** Leaves of absence of an inpatient. One that lasts is counted to the discharge, or to the end of today. */
    List<Leave> leaves(VisitRow visit) {
        return leaves(List.of(visit)).get(visit.id());
    }

    /** Likewise of several visits, by row id. */
    Map<Long, List<Leave>> leaves(Collection<VisitRow> visits) {
        Map<Long, List<LeaveRow>> known = leaves.of(visits.stream()
                .filter(visit -> visit.type() == VisitType.INPATIENT)
                .map(VisitRow::id)
                .toList());
        Map<Long, List<Leave>> all = new HashMap<>();
        visits.forEach(visit -> all.put(
                visit.id(),
                known.getOrDefault(visit.id(), List.of()).stream()
                        .map(leave -> leave(visit, leave))
                        .toList()));
        return all;
    }

    private Leave leave(VisitRow visit, LeaveRow leave) {
        LocalDateTime end = leave.to()
                .or(visit::dischargedAt)
                .orElseGet(() -> LocalDate.now(clock).plusDays(1).atStartOfDay());
        return new Leave(leave.from(), end.isBefore(leave.from()) ? leave.from() : end);
    }

    /**
     * What was ordered, by the transaction ids of the lines that name an order; only where it can be held against what was
     * charged. An order's number may stand for several items, and fees may ride on it: a line is for the order of its own
     * item; else for one of the same kind of charge. An ordered code that is not in the hospital's catalogue is another
     * system's and says nothing.
     */
    Map<String, String> ordered(VisitRow visit, List<AuditedLine> lines, Beside beside) {
        List<OrderRow> known = beside.orders().getOrDefault(visit.id(), List.of());
        Map<String, String> ordered = new HashMap<>();
        if (!known.isEmpty()) {
            lines.forEach(line -> ordered(line, known).ifPresent(item -> ordered.put(line.transactionId(), item)));
        }
        return ordered;
    }

    private Optional<String> ordered(AuditedLine line, List<OrderRow> known) {
        List<String> items = known.stream()
                .filter(order -> line.orderNumber()
                        .filter(number -> number.equals(order.placer()) || number.equals(order.filler()))
                        .isPresent())
                .map(OrderRow::itemCode)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        return items.stream()
                .filter(line.item().code()::equals)
                .findFirst()
                .or(() -> items.stream().filter(item -> couldBe(item, line)).findFirst());
    }

    private boolean couldBe(String item, AuditedLine line) {
        LocalDate day = line.at().toLocalDate();
        Optional<CatalogueItem> ordered = catalogues.current().find(item, day);
        boolean chargedIsKnown =
                catalogues.current().find(line.item().code(), day).isPresent();
        return ordered.isPresent()
                && (!chargedIsKnown || ordered.get().chargeType() == line.item().chargeType());
    }
}
