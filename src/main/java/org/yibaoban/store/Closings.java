package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.cashier.Closing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.money.Money;

/** Closings of the cashiers' days. */
@ApplicationScoped
public class Closings {

    private static final String READ =
            "select id, cashier, at, reason, receiver, confirmed, decided_at, remark from till_closing ";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private Receipts receipts;

    /** One closing of a cashier's receipts at a time, until the transaction ends. */
    public void lock(String cashier) {
        new Sql(em)
                .list(
                        "select pg_advisory_xact_lock(hashtextextended('till_closing ' || cast(? as text), 5))",
                        row -> 0,
                        cashier);
    }

    public long add(
            String cashier, Instant at, List<Receipts.Kept> closed, Parts counted, String reason, String receiver) {
        Sql sql = new Sql(em);
        long id = sql.one("select nextval('row_id') as id", row -> row.getLong("id"));
        sql.run(
                "insert into till_closing (id, cashier, at, reason, receiver) values (?, ?, ?, ?, ?)",
                id,
                cashier,
                Timestamp.from(at),
                reason,
                receiver);
        sql.batch("insert into till_closing_count (closing_id, method, counted) values (?, ?, ?)", batch -> {
            for (PayMethod method : PayMethod.COUNTED) {
                batch.row(id, method.name(), counted.of(method).yuan());
            }
        });
        sql.batch("insert into till_closing_receipt (closing_id, receipt_id) values (?, ?)", batch -> {
            for (Receipts.Kept receipt : closed) {
                batch.row(id, receipt.id());
            }
        });
        return id;
    }

    public Optional<Closing> find(long id) {
        return read("where id = ?", id).stream().findFirst();
    }

    /** Against another answer at the same time. */
    public Optional<Closing> lock(long id) {
        return read("where id = ? for update", id).stream().findFirst();
    }

    /** The newest first. */
    public List<Closing> newest(int limit) {
        return read("order by at desc, id desc limit " + limit);
    }

    private List<Closing> read(String condition, Object... parameters) {
        List<Head> heads = new Sql(em).list(READ + condition, Closings::head, parameters);
        List<Long> ids = heads.stream().map(Head::id).toList();
        Map<Long, List<Receipt>> closed = receipts.closedBy(ids);
        Map<Long, Map<PayMethod, Money>> counted = counted(ids);
        return heads.stream()
                .map(head -> new Closing(
                        head.id(),
                        head.cashier(),
                        head.at(),
                        closed.getOrDefault(head.id(), List.of()),
                        new Parts(counted.getOrDefault(head.id(), Map.of())),
                        head.reason(),
                        head.receiver(),
                        head.answer()))
                .toList();
    }

    private record Head(
            long id, String cashier, Instant at, String reason, String receiver, Optional<Closing.Answer> answer) {}

    private static Head head(ResultSet row) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Head(
                row.getLong("id"),
                row.getString("cashier"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"),
                row.getString("receiver"),
                decided == null
                        ? Optional.empty()
                        : Optional.of(new Closing.Answer(
                                row.getBoolean("confirmed"), decided.toInstant(), row.getString("remark"))));
    }

    private Map<Long, Map<PayMethod, Money>> counted(List<Long> closings) {
        Map<Long, Map<PayMethod, Money>> counted = new HashMap<>();
        new Sql(em)
                .list(
                        "select closing_id, method, counted from till_closing_count where closing_id = any(?)",
                        row -> counted.computeIfAbsent(row.getLong(1), one -> new EnumMap<>(PayMethod.class))
                                .put(PayMethod.valueOf(row.getString(2)), new Money(row.getBigDecimal(3))),
                        closings);
        return counted;
    }

    public void answer(Closing closing, Closing.Answer answer) {
        new Sql(em)
                .run(
                        "update till_closing set confirmed = ?, decided_at = ?, remark = ? where id = ?",
                        answer.confirmed(),
                        Timestamp.from(answer.at()),
                        answer.remark(),
                        closing.id());
    }
}
