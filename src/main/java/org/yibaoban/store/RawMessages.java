package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.VisitNumber;

/** The message store. */
@ApplicationScoped
public class RawMessages {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Until this transaction ends, nobody else works on a message of this sender and control id. */
    public void lockIdentity(String sender, String controlId) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .setParameter(1, sender + '\n' + controlId)
                .getSingleResult();
    }

    /** Earlier messages of the same identity, oldest first. */
    public List<RawMessageRow> sameIdentity(String sender, String controlId) {
        return em.createQuery(
                        "select m from RawMessageRow m where m.sender = :sender and m.controlId = :id order by m.id",
                        RawMessageRow.class)
                .setParameter("sender", sender)
                .setParameter("id", controlId)
                .getResultList();
    }

    public RawMessageRow add(RawMessageRow row) {
        em.persist(row);
        return row;
    }

    public RawMessageRow get(long id) {
        return Optional.ofNullable(em.find(RawMessageRow.class, id))
                .orElseThrow(() -> new IllegalStateException("no message " + id));
    }

    /** Oldest first. */
    public List<RawMessageRow> waitingFor(VisitNumber visit) {
        return em.createQuery(
                        "select m from RawMessageRow m where m.visitNumber = :visit and m.verdict = :waiting order by m.id",
                        RawMessageRow.class)
                .setParameter("visit", visit.value())
                .setParameter("waiting", RawMessageRow.Verdict.WAITING)
                .getResultList();
    }

    public boolean isAnyWaiting(VisitNumber visit) {
        return !em.createQuery(
                        "select m.id from RawMessageRow m where m.visitNumber = :visit and m.verdict = :waiting",
                        Long.class)
                .setParameter("visit", visit.value())
                .setParameter("waiting", RawMessageRow.Verdict.WAITING)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Messages that came before this moment and wait still, oldest first. */
    public List<RawMessageRow> waitingSince(Instant before, int limit) {
        return em.createQuery(
                        "select m from RawMessageRow m where m.verdict = org.yibaoban.store.RawMessageRow.Verdict.WAITING"
                                + " and m.receivedAt < :before order by m.receivedAt",
                        RawMessageRow.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Newest first; those whose type, control id, reason, incident or visit contains the text, all for a blank one. */
    public List<RawMessageRow> latest(int limit, String text) {
        return em.createQuery(
                        "select m from RawMessageRow m where :text = '' or m.type like :pattern or m.controlId like :pattern"
                                + " or m.reason like :pattern or m.incidentId like :pattern or m.visitNumber like :pattern"
                                + " order by m.receivedAt desc",
                        RawMessageRow.class)
                .setParameter("text", text)
                .setParameter("pattern", "%" + text + "%")
                .setMaxResults(limit)
                .getResultList();
    }
}
