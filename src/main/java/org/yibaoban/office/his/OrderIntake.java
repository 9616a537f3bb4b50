package org.yibaoban.office.his;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.OrderRow;
import org.yibaoban.store.Orders;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * Keeps the orders of visits, so that wards see them and charges can be held against them. What is said of an order that
 * is not known yet makes it known: a cancellation that comes before its order is not lost.
 */
@ApplicationScoped
public class OrderIntake {

    @Inject
    private Visits visits;

    @Inject
    private Orders orders;

    @Inject
    private ChargeIntake charges;

    @Inject
    private VisitPerson person;

    @Inject
    private Event<OrdersMoved> moved;

    /** Runs in the caller's transaction. */
    Outcome place(HisCommand.PlaceOrders command, long messageId) {
        Optional<VisitRow> known = visits.lock(command.visit());
        if (known.isEmpty()) {
            return Admissions.notHereYet(command.visit());
        }
        VisitRow visit = known.get();
        person.require(visit, command.patient(), ReasonCode.PATIENT_MISMATCH);
        Outcome posted = command.postings().isEmpty()
                ? new Outcome.Applied("")
                : charges.post(
                        new HisCommand.PostCharges(
                                command.visit(), command.patient(), command.postings(), command.told()),
                        messageId);
        if (posted instanceof Outcome.Waiting) {
            return posted;
        }
        keep(visit, command, messageId);
        moved.fire(new OrdersMoved(visit, numbers(command)));
        return new Outcome.Applied("医嘱 " + command.orders().size() + " 条，随行费用入账 "
                + command.postings().size() + " 行、不计 " + command.ignoredCharges() + " 行（以 DFT 为准） / "
                + command.orders().size() + " orders kept, "
                + command.postings().size() + " charges posted, "
                + command.ignoredCharges() + " not counted (its DFT counts)");
    }

    private static Set<String> numbers(HisCommand.PlaceOrders command) {
        return command.orders().stream()
                .flatMap(order -> Stream.of(order.placer(), order.filler()))
                .filter(number -> !number.isEmpty())
                .collect(Collectors.toSet());
    }

    private void keep(VisitRow visit, HisCommand.PlaceOrders command, long messageId) {
        List<OrderRow> known = new ArrayList<>(orders.numbered(
                visit,
                command.orders().stream().map(OrderEvent::placer).toList(),
                command.orders().stream().map(OrderEvent::filler).toList()));
        for (OrderEvent event : command.orders()) {
            for (OrderRow row : meant(visit, event, known, command.told(), messageId)) {
                apply(row, event, command.told(), messageId);
            }
        }
    }

    /**
     * The orders that are spoken of, made where there is none. A number may stand for several items, as that of a
     * prescription does; what is said of it without an item is said of all of them, also of those that come later.
     */
    private List<OrderRow> meant(
            VisitRow visit, OrderEvent event, List<OrderRow> known, LocalDateTime told, long messageId) {
        List<OrderRow> numbered =
                known.stream().filter(order -> isMeant(order, event)).toList();
        List<OrderRow> meant = numbered.stream()
                .filter(order -> event.itemCode().isEmpty() || order.itemCode().equals(event.itemCode()))
                .toList();
        if (!meant.isEmpty()) {
            return meant;
        }
        OrderRow added =
                orders.add(new OrderRow(visit, event.placer(), event.filler(), event.itemCode(), told, messageId));
        numbered.stream()
                .filter(order -> order.itemCode().isEmpty())
                .findFirst()
                .ifPresent(added::standAs);
        known.add(added);
        return List.of(added);
    }

    private static void apply(OrderRow row, OrderEvent event, LocalDateTime told, long messageId) {
        row.numbered(event.placer(), event.filler());
        row.describe(
                new OrderRow.Facts(
                        event.group(),
                        event.itemName(),
                        event.quantity(),
                        event.unit(),
                        event.department(),
                        event.doctor(),
                        event.orderedAt()),
                told,
                messageId);
        row.move(event.action()::after, told);
    }

    /** By the placer's number, by the filler's where one of them has no placer's. */
    private static boolean isMeant(OrderRow order, OrderEvent event) {
        return !order.placer().isEmpty() && !event.placer().isEmpty()
                ? order.placer().equals(event.placer())
                : !event.filler().isEmpty() && order.filler().equals(event.filler());
    }
}
