package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Leaves of absence. */
@ApplicationScoped
public class Leaves {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Those of a visit that were not taken back, oldest first. */
    public List<LeaveRow> of(VisitRow visit) {
        return em.createQuery(
                        "select l from LeaveRow l where l.visitId = :visit and l.cancelled = false order by l.from, l.id",
                        LeaveRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    public void add(LeaveRow leave) {
        em.persist(leave);
    }
}
