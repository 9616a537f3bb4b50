package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yibaoban.visit.VisitNumber;

/** What the hooks answered, what users did with it, and the tokens that were used. */
@ApplicationScoped
public class HookAnswers {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** A remembered answer; its cards as text, a line each. */
    public record Answer(UUID id, String service, Optional<String> visit, String user, String cards) {}

    /** Feedback on one card, with what the answer knew of it. */
    public record Feedback(
            UUID card,
            Answer answer,
            String kind,
            String itemCode,
            String outcome,
            String acceptedItems,
            Optional<String> overrideReason,
            Optional<String> comment,
            Instant at,
            String client,
            Instant receivedAt) {}

    /** The commit of this transaction does not wait for the disk: a power cut may lose it, never half of it. */
    public void commitLater() {
        em.createNativeQuery("select set_config('synchronous_commit', 'off', true)")
                .getSingleResult();
    }

    public void keep(Answer answer) {
        em.createNativeQuery(
                        "insert into cds_answer (id, service, visit_number, user_id, cards) values (cast(? as uuid), ?, ?, ?, ?)")
                .setParameter(1, answer.id().toString())
                .setParameter(2, answer.service())
                .setParameter(3, answer.visit().orElse(null))
                .setParameter(4, answer.user())
                .setParameter(5, answer.cards())
                .executeUpdate();
    }

    public List<Answer> find(Collection<UUID> ids) {
        String list = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
        List<?> rows = em.createNativeQuery(
                        "select cast(id as varchar), service, visit_number, user_id, cards from cds_answer where id in ("
                                + list + ")")
                .getResultList();
        return rows.stream().map(row -> answer((Object[]) row)).toList();
    }

    /** What was said of a visit, newest first. */
    public List<Answer> ofVisit(VisitNumber visit, int limit) {
        List<?> rows = em.createNativeQuery("select cast(id as varchar), service, visit_number, user_id, cards"
                        + " from cds_answer where visit_number = ? and cards <> '' order by id desc")
                .setParameter(1, visit.value())
                .setMaxResults(limit)
                .getResultList();
        return rows.stream().map(row -> answer((Object[]) row)).toList();
    }

    /**
     * What a user did with a card.
     *
     * @param acceptedItems item codes of the suggestions that were taken, a line each
     */
    public record Reaction(
            UUID card,
            String outcome,
            String acceptedItems,
            Optional<String> overrideReason,
            Optional<String> comment) {}

    /** What users did with the cards of a visit, oldest first. */
    public List<Reaction> reactions(VisitNumber visit) {
        List<?> rows = em.createNativeQuery("select cast(card as varchar), outcome, accepted_items, override_reason,"
                        + " override_comment from cds_feedback where visit_number = ? order by outcome_at, id")
                .setParameter(1, visit.value())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Reaction(
                        UUID.fromString((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        Optional.ofNullable((String) row[3]),
                        Optional.ofNullable((String) row[4])))
                .toList();
    }

    private static Answer answer(Object[] row) {
        return new Answer(
                UUID.fromString((String) row[0]),
                (String) row[1],
                Optional.ofNullable((String) row[2]),
                (String) row[3],
                (String) row[4]);
    }

    /** The same card, outcome and time are kept once. */
    public void add(Feedback feedback) {
        em.createNativeQuery(
                        "insert into cds_feedback (id, card, service, visit_number, user_id, kind, item_code, outcome,"
                                + " accepted_items, override_reason, override_comment, outcome_at, client, received_at)"
                                + " values (nextval('row_id'), cast(? as uuid), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (card, outcome, outcome_at) do nothing")
                .setParameter(1, feedback.card().toString())
                .setParameter(2, feedback.answer().service())
                .setParameter(3, feedback.answer().visit().orElse(null))
                .setParameter(4, feedback.answer().user())
                .setParameter(5, feedback.kind())
                .setParameter(6, feedback.itemCode())
                .setParameter(7, feedback.outcome())
                .setParameter(8, feedback.acceptedItems())
                .setParameter(9, feedback.overrideReason().orElse(null))
                .setParameter(10, feedback.comment().orElse(null))
                .setParameter(11, Timestamp.from(feedback.at()))
                .setParameter(12, feedback.client())
                .setParameter(13, Timestamp.from(feedback.receivedAt()))
                .executeUpdate();
    }

    /** @return false when this token was used before */
    public boolean useToken(String issuer, String jti, Instant expires) {
        return em.createNativeQuery(
                                "insert into cds_token (issuer, jti, expires_at) values (?, ?, ?) on conflict do nothing")
                        .setParameter(1, issuer)
                        .setParameter(2, jti)
                        .setParameter(3, Timestamp.from(expires))
                        .executeUpdate()
                == 1;
    }

    /** Removes answers with lower ids, and tokens that expired before the time. */
    public int forget(UUID before, Instant expired) {
        int answers = em.createNativeQuery("delete from cds_answer where id < cast(? as uuid)")
                .setParameter(1, before.toString())
                .executeUpdate();
        return answers
                + em.createNativeQuery("delete from cds_token where expires_at < ?")
                        .setParameter(1, Timestamp.from(expired))
                        .executeUpdate();
    }
}
