package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.yibaoban.settlement.DecisionState;

/** Decisions on answered claims, each by two persons. */
@ApplicationScoped
public class ClaimDecisions {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public void add(ClaimDecisionRow decision) {
        em.persist(decision);
        em.flush();
    }

    /** The one decision on a claim that is not closed yet. */
    public Optional<ClaimDecisionRow> open(long claimId) {
        return em.createQuery(
                        "select d from ClaimDecisionRow d where d.claimId = :claim and d.closedAt is null",
                        ClaimDecisionRow.class)
                .setParameter("claim", claimId)
                .getResultStream()
                .findFirst();
    }

    /** All decisions on a visit's claims, the oldest first. */
    public List<ClaimDecisionRow> all(VisitRow visit) {
        return em.createQuery(
                        "select d from ClaimDecisionRow d where d.visitId = :visit order by d.requestedAt, d.id",
                        ClaimDecisionRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /** A request with the visit that it is about. */
    public record Waiting(ClaimDecisionRow decision, VisitRow visit) {}

    /** What waits for a second person, the oldest first. */
    public List<Waiting> waiting(int limit) {
        return em.createQuery(
                        "select d, v from ClaimDecisionRow d, VisitRow v join fetch v.patient where v.id = d.visitId"
                                + " and d.closedAt is null and d.state = :requested order by d.requestedAt, d.id",
                        Object[].class)
                .setParameter("requested", DecisionState.REQUESTED)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Waiting((ClaimDecisionRow) row[0], (VisitRow) row[1]))
                .toList();
    }
}
