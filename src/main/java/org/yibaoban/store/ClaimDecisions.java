package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.yibaoban.settlement.DecisionKind;
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

    /** The reversal of a claim that was sent and that the payer has confirmed. */
    public Optional<ClaimDecisionRow> confirmedReversal(String claimIdentifier) {
        return em.createQuery(
                        "select d from ClaimDecisionRow d, ClaimRow c where c.id = d.claimId"
                                + " and c.identifier = :claim and d.kind = :kind and d.state = :done"
                                + " and d.identifier is not null",
                        ClaimDecisionRow.class)
                .setParameter("claim", claimIdentifier)
                .setParameter("kind", DecisionKind.REVERSAL)
                .setParameter("done", DecisionState.DONE)
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

    /** What waits for a second person, with visit and patient, the oldest first. */
    public List<ClaimDecisionRow> waiting(int limit) {
        return em.createQuery(
                        "select d from ClaimDecisionRow d join fetch d.visit v join fetch v.patient"
                                + " left join fetch v.membership where d.closedAt is null and d.state = :requested"
                                + " order by d.requestedAt, d.id",
                        ClaimDecisionRow.class)
                .setParameter("requested", DecisionState.REQUESTED)
                .setMaxResults(limit)
                .getResultList();
    }
}
