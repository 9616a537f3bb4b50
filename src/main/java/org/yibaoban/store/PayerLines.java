package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.yibaoban.settlement.ClaimState;

/** Whether the lines to the payers are open, and what waits in the outbox. */
@ApplicationScoped
public class PayerLines {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public void add(PayerLineEventRow event) {
        em.persist(event);
        em.flush();
    }

    /** Who stopped and opened the line, the newest first. */
    public List<PayerLineEventRow> newest(String payer, int limit) {
        return em.createQuery(
                        "select e from PayerLineEventRow e where e.payer = :payer order by e.at desc, e.id desc",
                        PayerLineEventRow.class)
                .setParameter("payer", payer)
                .setMaxResults(limit)
                .getResultList();
    }

    public boolean isStopped(String payer) {
        return newest(payer, 1).stream().anyMatch(PayerLineEventRow::stopped);
    }

    /** Makes two who stop and open at once come one after the other. */
    public void lock(String payer) {
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) held")
                .setParameter(1, "payer line " + payer)
                .getSingleResult();
    }

    /**
     * A task of the outbox with its visit.
     *
     * @param claimState where its claim stands; null for a question on membership
     */
    public record Waiting(
            OutboxRow.Kind kind,
            String visit,
            Instant createdAt,
            Instant nextAttemptAt,
            int attempts,
            String lastError,
            ClaimState claimState) {}

    public long waiting() {
        return em.createQuery("select count(o) from OutboxRow o", Long.class).getSingleResult();
    }

    /** What is still to be said, the oldest first. */
    public List<Waiting> waiting(int limit) {
        return em.createQuery(
                        "select o.kind, v.number, o.createdAt, o.nextAttemptAt, o.attempts, o.lastError, v.claimState"
                                + " from OutboxRow o join VisitRow v on v.id = o.visitId order by o.createdAt, o.id",
                        Object[].class)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Waiting(
                        (OutboxRow.Kind) row[0],
                        row[1].toString(),
                        (Instant) row[2],
                        (Instant) row[3],
                        (Integer) row[4],
                        (String) row[5],
                        row[0] == OutboxRow.Kind.ELIGIBILITY ? null : (ClaimState) row[6]))
                .toList();
    }
}
