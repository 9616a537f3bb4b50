package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
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

    public Optional<RawMessageRow> find(long id) {
        return Optional.ofNullable(em.find(RawMessageRow.class, id));
    }

    /** Who had a message handled again, oldest first. */
    public List<MessageReplayRow> replays(long messageId) {
        return em.createQuery(
                        "select r from MessageReplayRow r where r.messageId = :message order by r.id",
                        MessageReplayRow.class)
                .setParameter("message", messageId)
                .getResultList();
    }

    public void add(MessageReplayRow replay) {
        em.persist(replay);
    }

    /**
     * Newest first, without content.
     *
     * @param openOnly only held, refused and waiting ones
     * @param text the beginning of a control id, visit number, sender or type, or an incident id; all for a blank one
     */
    public List<MessageHead> find(Instant since, boolean openOnly, String text, int limit) {
        TypedQuery<MessageHead> query = em.createQuery(
                        "select new org.yibaoban.store.MessageHead(m.id, m.receivedAt, m.channel, m.sender, m.controlId,"
                                + " m.type, m.verdict, m.reason, m.incidentId, m.visitNumber) from RawMessageRow m"
                                + " where m.receivedAt >= :since"
                                + (openOnly ? " and m.verdict not in :done" : "")
                                + (text.isBlank()
                                        ? ""
                                        : " and (m.incidentId = :text or m.controlId like :start"
                                                + " or m.visitNumber like :start or m.sender like :start or m.type like :start)")
                                + " order by m.receivedAt desc, m.id desc",
                        MessageHead.class)
                .setParameter("since", since)
                .setMaxResults(limit);
        if (openOnly) {
            query.setParameter("done", List.of(RawMessageRow.Verdict.APPLIED, RawMessageRow.Verdict.RECEIVED));
        }
        if (!text.isBlank()) {
            query.setParameter("text", text).setParameter("start", text + "%");
        }
        return query.getResultList();
    }
}
