package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;

/** Orders of visits. */
@ApplicationScoped
public class Orders {

    /** Stands where a list of numbers is empty, for SQL knows no empty list; no number is blank. */
    private static final List<String> NONE = List.of("");

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** The orders of a visit with one of these placer or filler numbers. */
    public List<OrderRow> numbered(VisitRow visit, Collection<String> placers, Collection<String> fillers) {
        return em.createQuery(
                        "select o from OrderRow o where o.visitId = :visit and ((o.placer in :placers and o.placer <> '')"
                                + " or (o.filler in :fillers and o.filler <> '')) order by o.id",
                        OrderRow.class)
                .setParameter("visit", visit.id())
                .setParameter("placers", placers.isEmpty() ? NONE : placers)
                .setParameter("fillers", fillers.isEmpty() ? NONE : fillers)
                .getResultList();
    }

    /**
     * The orders of several visits by their numbers, placer's or filler's.
     *
     * @return by the visit's row id; one without any is absent
     */
    public Map<Long, List<OrderRow>> numbered(Map<VisitRow, Set<String>> numbers) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        Set<String> all = numbers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        return em.createQuery(
                        "select o from OrderRow o where o.visitId in :visits and ((o.placer in :numbers and o.placer <> '')"
                                + " or (o.filler in :numbers and o.filler <> '')) order by o.id",
                        OrderRow.class)
                .setParameter(
                        "visits", numbers.keySet().stream().map(VisitRow::id).toList())
                .setParameter("numbers", all)
                .getResultStream()
                .collect(Collectors.groupingBy(OrderRow::visitId));
    }

    /** Orders go to the visit that takes another's place, but for those that it has itself. */
    public void move(VisitRow from, VisitRow to) {
        em.flush();
        em.createNativeQuery("update visit_order o set visit_id = ? where visit_id = ? and not exists"
                        + " (select 1 from visit_order k where k.visit_id = ? and k.item_code = o.item_code"
                        + " and k.placer_number = o.placer_number and k.filler_number = o.filler_number)")
                .setParameter(1, to.id())
                .setParameter(2, from.id())
                .setParameter(3, to.id())
                .executeUpdate();
    }

    /** All orders of a visit by time. */
    public List<OrderRow> all(VisitRow visit) {
        return em.createQuery(
                        "select o from OrderRow o where o.visitId = :visit order by o.orderedAt, o.id", OrderRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /** What was charged for one item of an order, net of what was taken back, in yuan. */
    public record Charged(String orderNumber, String itemCode, Money amount) {}

    /** What was charged under order numbers in a visit, one sum for each number and item. */
    public List<Charged> charged(VisitRow visit) {
        List<?> rows = em.createNativeQuery("select order_number, item_code, sum(amount) from charge_line"
                        + " where visit_id = ? and order_number is not null group by order_number, item_code")
                .setParameter(1, visit.id())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Charged((String) row[0], (String) row[1], new Money((BigDecimal) row[2])))
                .toList();
    }

    public OrderRow add(OrderRow order) {
        em.persist(order);
        return order;
    }
}
