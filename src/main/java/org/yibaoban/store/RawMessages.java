package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
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

    private static final String HEAD =
            "select new org.yibaoban.store.MessageHead(m.id, m.receivedAt, m.channel, m.sender, m.controlId, m.type,"
                    + " m.verdict, m.reason, m.incidentId, m.visitNumber) from RawMessageRow m";

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
        return run(sql, statement -> {
            int at = 0;
            if (newOnly) {
                statement.setString(++at, message.sender() + '\n' + message.controlId());
            }
            at = set(statement, at, message);
            if (newOnly) {
                statement.setString(++at, message.sender());
                statement.setString(++at, message.controlId());
            }
            statement.execute();
            if (newOnly) {
                statement.getMoreResults();
            }
            return firstLong(statement);
        });
    }

    /** @return the place of the last column that was set */
    private static int set(PreparedStatement statement, int before, Received message) throws SQLException {
        int at = before;
        statement.setObject(++at, message.at().atOffset(ZoneOffset.UTC));
        statement.setString(++at, message.channel());
        statement.setString(++at, message.sender());
        statement.setString(++at, message.controlId());
        statement.setString(++at, message.type());
        statement.setBytes(++at, message.sha256());
        statement.setBytes(++at, message.content());
        return at;
    }

    private static Optional<Long> firstLong(PreparedStatement executed) throws SQLException {
        try (ResultSet found = executed.getResultSet()) {
            return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
        }
    }

    /** A statement past the entity manager, on the connection of this transaction. */
    private <T> T run(String sql, Use<T> use) {
        Connection connection = em.unwrap(Connection.class);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException failed) {
            throw new PersistenceException("a message could not be stored", failed);
        }
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
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

    /** Messages that came before this moment and wait still, oldest first. */
    public List<MessageHead> waitingSince(Instant before, int limit) {
        return em.createQuery(
                        HEAD + " where m.verdict = :waiting and m.receivedAt < :before order by m.receivedAt",
                        MessageHead.class)
                .setParameter("waiting", RawMessageRow.Verdict.WAITING)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
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
                        HEAD + " where m.receivedAt >= :since"
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
