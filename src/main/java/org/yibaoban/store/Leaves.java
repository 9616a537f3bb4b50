package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Leaves of absence. */
@ApplicationScoped
public class Leaves {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Those of a visit that were not taken back, oldest first. */
    public List<LeaveRow> of(VisitRow visit) {
        return of(List.of(visit.id())).getOrDefault(visit.id(), List.of());
    }

    /** Likewise of several visits, by row id; one without any is absent. */
    public Map<Long, List<LeaveRow>> of(Collection<Long> visits) {
        return visits.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select l from LeaveRow l where l.visitId in :visits and l.cancelled = false"
                                        + " order by l.from, l.id",
                                LeaveRow.class)
                        .setParameter("visits", visits)
                        .getResultStream()
                        .collect(Collectors.groupingBy(LeaveRow::visitId));
    }

    public void add(LeaveRow leave) {
        em.persist(leave);
    }
}
