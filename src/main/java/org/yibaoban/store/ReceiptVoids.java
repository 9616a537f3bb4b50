package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Requests to void a receipt, each decided by a second person. */
@ApplicationScoped
public class ReceiptVoids {

    private static final String READ =
            "select id, receipt_id, reason, requested_by, requested_at from receipt_void" + " where approved is null";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private Receipts receipts;

    /** A request that waits for a second person. */
    public record Waiting(long id, Receipts.Kept receipt, String reason, String requestedBy, Instant requestedAt) {}

    public void add(Receipts.Kept receipt, String reason, String user, Instant at) {
        Sql sql = new Sql(em);
        long id = sql.one("select nextval('row_id') as id", row -> row.getLong("id"));
        sql.run(
                "insert into receipt_void (id, receipt_id, reason, requested_by, requested_at) values (?, ?, ?, ?, ?)",
                id,
                receipt.id(),
                reason,
                user,
                Timestamp.from(at));
    }

    /** The oldest first. */
    public List<Waiting> waiting() {
        return read(" order by requested_at, id");
    }

    public Optional<Waiting> waiting(Receipts.Kept receipt) {
        return read(" and receipt_id = ?", receipt.id()).stream().findFirst();
    }

    private List<Waiting> read(String more, Object... parameters) {
        // their receipts are read after the rows: the statements share the connection
        return new Sql(em)
                        .list(
                                READ + more,
                                row -> new Request(
                                        row.getLong("id"),
                                        row.getLong("receipt_id"),
                                        row.getString("reason"),
                                        row.getString("requested_by"),
                                        row.getTimestamp("requested_at").toInstant()),
                                parameters)
                        .stream()
                        .map(one -> new Waiting(
                                one.id(),
                                receipts.find(one.receipt()).orElseThrow(),
                                one.reason(),
                                one.requestedBy(),
                                one.requestedAt()))
                        .toList();
    }

    private record Request(long id, long receipt, String reason, String requestedBy, Instant requestedAt) {}

    public void decide(Waiting request, boolean approved, String user, Instant at) {
        new Sql(em)
                .run(
                        "update receipt_void set approved = ?, decided_by = ?, decided_at = ? where id = ?",
                        approved,
                        user,
                        Timestamp.from(at),
                        request.id());
    }
}
