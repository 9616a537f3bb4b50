package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.audit.AuditVisit.Leave;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.Consents;
import org.yibaoban.store.LeaveRow;
import org.yibaoban.store.Leaves;
import org.yibaoban.store.OrderRow;
import org.yibaoban.store.Orders;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitType;

/** What the rules ask for beside visit and lines: consents, leaves, orders. A query for each, over this visit alone. */
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
     * Those of these items that no consent is due for: consented to, or in no need of it. An item of which a part is not
     * covered by its forms is not among them, so that all its lines are found until it is. Who pays all anyway is asked
     * for no consent.
     *
     * @param items codes
     */
    Set<String> consented(VisitRow visit, Collection<String> items) {
        Set<String> consented = new HashSet<>(items);
        if (!consented.isEmpty() && !StayFlags.isSelfPaying(visit)) {
            consented.removeAll(consents.due(visit));
        }
        return consented;
    }

    /** Leaves of absence of an inpatient. One that lasts is counted to the discharge, or to the end of today. */
    List<Leave> leaves(VisitRow visit) {
        if (visit.type() != VisitType.INPATIENT) {
            return List.of();
        }
        return leaves.of(visit).stream().map(leave -> leave(visit, leave)).toList();
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
    Map<String, String> ordered(VisitRow visit, Collection<ChargeLineRow> lines) {
        Set<String> numbers =
                lines.stream().flatMap(line -> line.orderNumber().stream()).collect(Collectors.toSet());
        if (numbers.isEmpty()) {
            return Map.of();
        }
        List<OrderRow> known = orders.numbered(visit, numbers, numbers);
        Map<String, String> ordered = new HashMap<>();
        lines.forEach(line -> ordered(line, known).ifPresent(item -> ordered.put(line.transactionId(), item)));
        return ordered;
    }

    private Optional<String> ordered(ChargeLineRow line, List<OrderRow> known) {
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

    private boolean couldBe(String item, ChargeLineRow line) {
        LocalDate day = line.serviceTime().toLocalDate();
        Optional<CatalogueItem> ordered = catalogues.current().find(item, day);
        boolean chargedIsKnown =
                catalogues.current().find(line.item().code(), day).isPresent();
        return ordered.isPresent()
                && (!chargedIsKnown || ordered.get().chargeType() == line.item().chargeType());
    }
}
