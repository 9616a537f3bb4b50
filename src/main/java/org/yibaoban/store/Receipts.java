package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.cashier.Owing;
import org.yibaoban.cashier.Parts;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.cashier.Receipt;
import org.yibaoban.cashier.ReceiptKind;
import org.yibaoban.cashier.ReceiptNumber;
import org.yibaoban.money.Money;

/** Receipts of the cashier's desk; append-only. */
@ApplicationScoped
public class Receipts {

    private static final String READ = "select r.id, r.visit_id, v.number as visit, r.kind, r.number, c.identifier,"
            + " o.kind as voided_kind, o.number as voided_number, r.cashier, r.at, r.reason, p.method, p.amount"
            + " from receipt r join visit v on v.id = r.visit_id join receipt_part p on p.receipt_id = r.id"
            + " left join claim c on c.id = r.claim_id left join receipt o on o.id = r.voids_id where ";
    private static final String IN_ORDER = " order by r.at, r.id";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** A receipt with where it is kept. */
    public record Kept(long id, long visitId, String visit, Receipt receipt) {}

    /** All of a visit, the oldest first. */
    public List<Receipt> of(VisitRow visit) {
        return read("r.visit_id = ?", visit.id()).stream().map(Kept::receipt).toList();
    }

    public Optional<Kept> find(ReceiptNumber number) {
        return read("r.kind = ? and r.number = ?", number.kind().name(), number.value()).stream()
                .findFirst();
    }

    Optional<Kept> find(long id) {
        return read("r.id = ?", id).stream().findFirst();
    }

    /** A cashier's that are in no closing, or only in one that was given back; the oldest first. */
    public List<Kept> unclosed(String cashier) {
        return read("r.id in (select receipt_id from till_open where cashier = ?)", cashier);
    }

    /** Those of some closings by the closing's id, the oldest first. A receipt may be in several that were given back. */
    Map<Long, List<Receipt>> closedBy(List<Long> closings) {
        Map<Long, Set<Long>> closed = new HashMap<>();
        new Sql(em)
                .list(
                        "select closing_id, receipt_id from till_closing_receipt where closing_id = any(?)",
                        row -> closed.computeIfAbsent(row.getLong(2), one -> new HashSet<>())
                                .add(row.getLong(1)),
                        closings);
        Map<Long, List<Receipt>> found = new HashMap<>();
        for (Kept kept : read("r.id = any(?)", closed.keySet())) {
            closed.get(kept.id())
                    .forEach(closing -> found.computeIfAbsent(closing, one -> new ArrayList<>())
                            .add(kept.receipt()));
        }
        return found;
    }

    private List<Kept> read(String condition, Object... parameters) {
        Map<Long, Kept> kept = new LinkedHashMap<>();
        Map<Long, Map<PayMethod, Money>> parts = new LinkedHashMap<>();
        new Sql(em)
                .list(
                        READ + condition + IN_ORDER,
                        row -> {
                            long id = row.getLong("id");
                            parts.computeIfAbsent(id, one -> new EnumMap<>(PayMethod.class))
                                    .put(
                                            PayMethod.valueOf(row.getString("method")),
                                            new Money(row.getBigDecimal("amount")));
                            return kept.put(id, kept(row, new Parts(parts.get(id))));
                        },
                        parameters);
        return new ArrayList<>(kept.values());
    }

    private static Kept kept(ResultSet row, Parts parts) throws SQLException {
        Receipt receipt = new Receipt(
                number(row.getString("kind"), row.getLong("number")),
                Optional.ofNullable(row.getString("identifier")),
                Optional.ofNullable(row.getString("voided_kind")).isPresent()
                        ? Optional.of(number(row.getString("voided_kind"), row.getLong("voided_number")))
                        : Optional.empty(),
                parts,
                row.getString("cashier"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"));
        return new Kept(row.getLong("id"), row.getLong("visit_id"), row.getString("visit"), receipt);
    }

    private static ReceiptNumber number(String kind, long value) {
        return new ReceiptNumber(ReceiptKind.valueOf(kind), value);
    }

    /** Writes a receipt under the next number of its series. The visit's row is locked before. */
    public ReceiptNumber add(
            VisitRow visit, ReceiptKind kind, Optional<ClaimRow> claim, Parts parts, String cashier, Instant at) {
        return write(visit.id(), kind, claim.map(ClaimRow::id).orElse(null), null, parts, cashier, at, "");
    }

    /** Writes the receipt that voids another one. The visit's row is locked before. */
    public ReceiptNumber addVoiding(Kept voided, Parts parts, String cashier, Instant at, String reason) {
        Long claim = new Sql(em)
                .one(
                        "select claim_id from receipt where id = ?",
                        row -> row.getObject("claim_id", Long.class),
                        voided.id());
        return write(voided.visitId(), voided.receipt().kind(), claim, voided.id(), parts, cashier, at, reason);
    }

    private ReceiptNumber write(
            long visit,
            ReceiptKind kind,
            Long claim,
            Long voids,
            Parts parts,
            String cashier,
            Instant at,
            String reason) {
        Sql sql = new Sql(em);
        // locks the series until this transaction ends: last of all locks, and held shortly
        long number = sql.one(
                "update receipt_series set last = last + 1 where kind = ? returning last",
                row -> row.getLong("last"),
                kind.name());
        long id = sql.one("select nextval('row_id') as id", row -> row.getLong("id"));
        sql.run(
                "insert into receipt (id, kind, number, visit_id, claim_id, voids_id, amount, cashier, at, reason)"
                        + " values (?, ?, ?, ?, cast(? as bigint), cast(? as bigint), ?, ?, ?, ?)",
                id,
                kind.name(),
                number,
                visit,
                claim,
                voids,
                parts.sum().yuan(),
                cashier,
                Timestamp.from(at),
                reason);
        sql.batch("insert into receipt_part (receipt_id, method, amount) values (?, ?, ?)", batch -> {
            for (Map.Entry<PayMethod, Money> part : parts.amounts().entrySet()) {
                batch.row(id, part.getKey().name(), part.getValue().yuan());
            }
        });
        return new ReceiptNumber(kind, number);
    }

    /** Claims whose share is not paid in full, settled or waiting for the payer; the longest discharged first. */
    public List<Owing> owing(int limit) {
        return new Sql(em)
                .list(
                        "select v.number, pt.name, v.department, v.discharged_at, c.state <> 'SETTLED' as estimated,"
                                + " s.amount as personal, s.amount - coalesce(t.taken, 0) as owed,"
                                + " coalesce((select sum(case when r.kind = 'PAYMENT' then -d.amount else d.amount end)"
                                + " from receipt r join receipt_part d on d.receipt_id = r.id where r.visit_id = v.id"
                                + " and (r.kind <> 'PAYMENT' or d.method = 'DEPOSIT')), 0) as deposit"
                                + " from share_open o join claim c on c.id = o.claim_id"
                                + " join visit v on v.id = c.visit_id join patient pt on pt.id = v.patient_id"
                                + " join lateral (select amount from claim_answer a where a.claim_id = c.id"
                                + " and a.field = 'PERSONAL' and c.state = 'SETTLED' union all"
                                + " select amount from claim_estimate e where e.claim_id = c.id"
                                + " and e.field = 'PERSONAL' and c.state <> 'SETTLED') s on true"
                                + " left join lateral (select sum(amount) as taken from receipt r"
                                + " where r.claim_id = c.id) t on true"
                                + " where c.state in ('SETTLED', 'QUEUED', 'UNKNOWN', 'PENDED', 'DIFFERENCE')"
                                + " and s.amount > coalesce(t.taken, 0) order by v.discharged_at, v.number limit "
                                + limit,
                        row -> new Owing(
                                row.getString("number"),
                                row.getString("name"),
                                row.getString("department"),
                                Optional.ofNullable(row.getTimestamp("discharged_at"))
                                        .map(Timestamp::toLocalDateTime),
                                row.getBoolean("estimated"),
                                new Money(row.getBigDecimal("personal")),
                                new Money(row.getBigDecimal("owed")),
                                new Money(row.getBigDecimal("deposit"))));
    }
}
