package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.yibaoban.visit.VisitNumber;

/** The message store. */
@ApplicationScoped
public class RawMessages {

    private static final String INSERT = "insert into raw_message"
            + " (id, received_at, channel, sender, control_id, type, sha256, content, verdict)"
            + " select nextval('row_id'), ?, ?, ?, ?, ?, ?, ?, 'RECEIVED'";

    /** A message as it came. */
    public record Received(
            Instant at, String channel, String sender, String controlId, String type, byte[] sha256, byte[] content) {}

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * Stores a message unless one of its sender and control id is here already; until this transaction ends, nobody else
     * works on that identity. Every message goes through here twice in its life, here and in {@link #conclude}: each
     * is one round trip, past the entity manager, which would read the row to write it.
     *
     * @return its id, nothing where the identity was known
     */
    public Optional<Long> addNew(Received message) {
        // two statements in one call: the second sees what was committed while the first waited
        return insert(
                "select pg_advisory_xact_lock(hashtextextended(?, 0)); " + INSERT
                        + " where not exists (select 1 from raw_message where sender = ? and control_id = ?) returning id",
                message,
                true);
    }

    /** Stores a message whatever is here already. */
    public long add(Received message) {
        return insert(INSERT + " returning id", message, false).orElseThrow();
    }

    private Optional<Long> insert(String sql, Received message, boolean newOnly) {
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 0;
            if (newOnly) {
                insert.setString(++at, message.sender() + '\n' + message.controlId());
            }
            insert.setObject(++at, message.at().atOffset(ZoneOffset.UTC));
            insert.setString(++at, message.channel());
            insert.setString(++at, message.sender());
            insert.setString(++at, message.controlId());
            insert.setString(++at, message.type());
            insert.setBytes(++at, message.sha256());
            insert.setBytes(++at, message.content());
            if (newOnly) {
                insert.setString(++at, message.sender());
                insert.setString(++at, message.controlId());
            }
            insert.execute();
            if (newOnly) {
                insert.getMoreResults();
            }
            try (ResultSet id = insert.getResultSet()) {
                return id.next() ? Optional.of(id.getLong(1)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new PersistenceException("a message could not be stored", failed);
        }
    }

    /**
     * Closes a message with its verdict and the answer that its sender gets.
     *
     * @param visit what it is about, nothing where that is not known
     */
    public void conclude(
            long id,
            RawMessageRow.Verdict verdict,
            String reason,
            String incidentId,
            Optional<String> visit,
            byte[] answer,
            Instant at) {
        int concluded = em.createQuery("update RawMessageRow m set m.verdict = :verdict, m.reason = :reason,"
                        + " m.incidentId = :incident, m.visitNumber = coalesce(:visit, m.visitNumber), m.answer = :answer,"
                        + " m.processedAt = :at where m.id = :id")
                .setParameter("verdict", verdict)
                .setParameter("reason", reason)
                .setParameter("incident", incidentId)
                .setParameter("visit", visit.orElse(null))
                .setParameter("answer", answer)
                .setParameter("at", at)
                .setParameter("id", id)
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
        if (concluded != 1) {
            throw new IllegalStateException("no message " + id);
        }
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
