package org.yibaoban.his.hl7v2;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.his.dialect.CodeTable;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.OrderEvent;
import org.yibaoban.office.his.OrderEvent.Action;

/**
 * Order messages (ORM, OMP, OMG, RDE, RDS): each ORC with the segments below it is an order. Charges that ride along
 * count only where the sender's dialect says so; its DFT messages bring them otherwise.
 */
final class OrderMapping {

    private static final Set<String> OF_AN_ORDER = Set.of("RXO", "RXE", "RXD", "OBR", "FT1");
    private static final int MAX_NUMBER = 60;
    private static final int MAX_NAME = 400;
    private static final int MAX_QUANTITY_PLACES = 4;

    private final Reading reading;

    OrderMapping(Reading reading) {
        this.reading = reading;
    }

    HisCommand placeOrders() {
        reading.message().required("PID");
        reading.message().required("ORC");
        List<OrderEvent> orders = new ArrayList<>();
        List<Reading> charges = new ArrayList<>();
        for (List<Hl7Segment> own : reading.message().groups("ORC", OF_AN_ORDER)) {
            Reading order = reading.within(own);
            event(order, own).ifPresent(orders::add);
            own.stream()
                    .filter(segment -> segment.name().equals("FT1"))
                    .forEach(ft1 -> charges.add(reading.within(chargeOf(own, ft1))));
        }
        boolean counted = reading.chargeRules().fromOrders();
        List<ChargePosting> postings = counted ? new ChargeMapping(reading).postings(charges) : List.of();
        return new HisCommand.PlaceOrders(
                VisitMapping.visit(reading),
                PatientMapping.number(reading, Fact.PATIENT),
                orders,
                postings,
                counted ? 0 : charges.size(),
                VisitMapping.told(reading));
    }

    private static List<Hl7Segment> chargeOf(List<Hl7Segment> order, Hl7Segment ft1) {
        List<Hl7Segment> own = new ArrayList<>(List.of(ft1));
        order.stream().filter(segment -> !segment.name().equals("FT1")).forEach(own::add);
        return own;
    }

    /** Empty for a charge that belongs to no order (MC). */
    private static Optional<OrderEvent> event(Reading order, List<Hl7Segment> own) {
        Action action = Action.valueOf(
                order.meaning(Fact.ORDER_CONTROL, CodeTable.ORDER_CONTROL).toUpperCase(Locale.ROOT));
        if (action == Action.CHARGE) {
            return Optional.empty();
        }
        String placer = order.limited(Fact.PLACER, MAX_NUMBER);
        String filler = order.limited(Fact.FILLER, MAX_NUMBER);
        if (placer.isEmpty() && filler.isEmpty()) {
            throw order.missing(Fact.PLACER);
        }
        String item = order.limited(Fact.ORDER_ITEM, MAX_NUMBER);
        return Optional.of(new OrderEvent(
                action,
                placer,
                filler,
                order.limited(Fact.ORDER_GROUP, MAX_NUMBER),
                item,
                order.limited(Fact.ORDER_NAME, MAX_NAME),
                quantity(order, own),
                order.limited(Fact.ORDER_UNIT, Reading.CODE_LENGTH),
                order.limited(Fact.ORDER_DEPARTMENT, Reading.CODE_LENGTH),
                order.limited(Fact.ORDER_DOCTOR, Reading.CODE_LENGTH),
                orderedAt(order)));
    }

    /** What is dispensed of an order in several parts (RXD) is their sum. */
    private static Optional<BigDecimal> quantity(Reading order, List<Hl7Segment> own) {
        List<Hl7Segment> parts =
                own.stream().filter(segment -> segment.name().equals("RXD")).toList();
        if (parts.size() < 2) {
            return quantity(order);
        }
        return parts.stream()
                .flatMap(part -> quantity(order.within(List.of(part))).stream())
                .reduce(BigDecimal::add);
    }

    private static Optional<BigDecimal> quantity(Reading order) {
        Optional<BigDecimal> quantity = order.decimal(Fact.ORDER_QUANTITY);
        if (quantity.filter(q -> q.stripTrailingZeros().scale() > MAX_QUANTITY_PLACES || q.signum() < 0)
                .isPresent()) {
            throw MessageFault.error(
                    ErrorCode.DATA_TYPE,
                    order.where(Fact.ORDER_QUANTITY),
                    "数量为负或小数位数过多",
                    "the quantity is negative or has too many decimal places");
        }
        return quantity;
    }

    private static LocalDateTime orderedAt(Reading order) {
        return order.time(Fact.ORDER_TIME).orElseGet(() -> VisitMapping.told(order));
    }
}
