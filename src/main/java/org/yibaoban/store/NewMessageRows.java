package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The message store's side of messages that are kept and applied in one transaction: one round trip before, one after,
 * for as many as there are.
 */
@ApplicationScoped
public class NewMessageRows {

    private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * A message that was worked on in this transaction, and what became of it.
     *
     * @param id of {@link #reserve}
     * @param visit what it is about, nothing where that is not known
     */
    public record Concluded(
            long id,
            RawMessages.Received message,
            RawMessageRow.Verdict verdict,
            String reason,
            Optional<String> visit,
            byte[] answer,
            Instant at) {}

    /**
     * The ids under which messages that were not here yet will be stored by {@link #add}; until this transaction ends,
     * nobody else works on their identities.
     *
     * @return for each, nothing where the identity is known
     */
    public List<Optional<Long>> reserve(List<RawMessages.Received> messages) {
        List<String> senders =
                messages.stream().map(RawMessages.Received::sender).toList();
        List<String> controlIds =
                messages.stream().map(RawMessages.Received::controlId).toList();
        Sql sql = new Sql(em);
        // in one order for everybody, so that no two wait for each other
        String lock =
                "select count(pg_advisory_xact_lock(k)) from (select distinct hashtextextended(s || chr(10) || c, 0) as k"
                        + " from unnest(?, ?) as m(s, c) order by k) as sorted; ";
        return sql.second(
                lock + "select case when not exists (select 1 from raw_message where sender = s and control_id = c)"
                        + " then nextval('row_id') end from unnest(?, ?) with ordinality as m(s, c, place) order by place",
                row -> Optional.ofNullable(row.getObject(1, Long.class)),
                senders,
                controlIds,
                senders,
                controlIds);
    }

    /**
     * Stores messages with what became of them: one row version instead of two.
     *
     * @return the visits, as the messages name them, for which others wait
     */
    public Set<String> add(List<Concluded> messages) {
        List<Object> values = new ArrayList<>();
        for (Concluded concluded : messages) {
            RawMessages.Received message = concluded.message();
            values.add(concluded.id());
            values.add(message.at().atOffset(ZoneOffset.UTC));
            values.add(message.channel());
            values.add(message.sender());
            values.add(message.controlId());
            values.add(message.type());
            values.add(message.sha256());
            values.add(message.content());
            values.add(concluded.verdict().name());
            values.add(concluded.reason());
            values.add(concluded.visit().orElse(null));
            values.add(concluded.answer());
            values.add(concluded.at().atOffset(ZoneOffset.UTC));
        }
        List<String> waitedFor = new Sql(em)
                .list(
                        "insert into raw_message as n (id, received_at, channel, sender, control_id, type, sha256, content,"
                                + " verdict, reason, visit_number, answer, processed_at) values "
                                + String.join(", ", Collections.nCopies(messages.size(), ROW))
                                + " returning (select w.visit_number from raw_message w where w.visit_number = n.visit_number"
                                + " and w.verdict = 'WAITING' limit 1)",
                        row -> row.getString(1),
                        values.toArray());
        return waitedFor.stream().filter(visit -> visit != null).collect(Collectors.toCollection(HashSet::new));
    }
}
