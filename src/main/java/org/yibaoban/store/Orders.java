package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

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

    /** All orders of a visit by time. */
    public List<OrderRow> all(VisitRow visit) {
        return em.createQuery(
                        "select o from OrderRow o where o.visitId = :visit order by o.orderedAt, o.id", OrderRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    public OrderRow add(OrderRow order) {
        em.persist(order);
        return order;
    }
}
