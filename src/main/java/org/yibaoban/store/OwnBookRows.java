package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.ClaimBooks;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Standing;
import org.yibaoban.settlement.reconciliation.ClaimBooks.Taken;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.TillSum;

/**
 * The hospital's three books of a period's claims: settled in it and standing, reversed in it, or never settled and still
 * paid in it. Claims that were settled without the payer are among them. One query for each book, whatever the number of claims.
 */
@ApplicationScoped
public class OwnBookRows {

    private static final String STANDING = "('SETTLED', 'DIFFERENCE', 'REVERSING')";

    /**
     * A stay that goes on is not held against its ledger: what is charged or taken back goes into its next part. The claim that
     * ends it is, with what the parts before it settled taken off.
     */
    private static final String SETTLED = "with mine as ("
            + "select id, visit_id, identifier, mid_stay, answered_at as at from claim"
            + " where answered_at >= ? and answered_at < ? and state in " + STANDING
            + " union all select id, visit_id, identifier, mid_stay, settled_at from claim"
            + " where answered_at is null and settled_at >= ? and settled_at < ? and state in " + STANDING + "),"
            + " later as (select m.id, v.id as visit_id, v.charges - (select sum(a.amount) from claim o"
            + " join claim_answer a on a.claim_id = o.id and a.field = 'TOTAL'"
            + " where o.visit_id = m.visit_id and o.state in " + STANDING + ") as amount"
            + " from mine m join visit v on v.id = m.visit_id where not m.mid_stay)"
            + " select m.id, m.identifier, m.at, a.field, a.amount, coalesce(l.amount, 0) as later,"
            + " case when l.amount <> 0 then (select max(c.posted_at) from charge_line c where c.visit_id = l.visit_id)"
            + " end as moved"
            + " from mine m join claim_answer a on a.claim_id = m.id left join later l on l.id = m.id order by m.at, m.id";

    private static final String REVERSED = "select c.id, c.identifier, d.closed_at as at from claim_decision d"
            + " join claim c on c.id = d.claim_id where d.kind = 'REVERSAL' and d.state = 'DONE' and c.state = 'REVERSED'"
            + " and d.closed_at >= ? and d.closed_at < ? order by d.closed_at, d.id";
    private static final String NOT_SETTLED = "select c.id, c.identifier, max(r.at) as at from receipt r"
            + " join claim c on c.id = r.claim_id where c.state not in ('SETTLED', 'DIFFERENCE', 'REVERSING', 'REVERSED')"
            + " and r.at >= ? and r.at < ? group by c.id, c.identifier order by c.id";
    private static final String RECEIPTS = "select r.claim_id, r.amount, r.at, r.voids_id is null and not exists"
            + " (select 1 from receipt o where o.voids_id = r.id) as stands, coalesce((select p.amount from receipt_part p"
            + " where p.receipt_id = r.id and p.method = 'ACCOUNT'), 0) as account"
            + " from receipt r where r.claim_id = any(?) order by r.id";
    private static final String TILL =
            "select p.method, sum(case when r.claim_id = any(?) then p.amount else 0 end) as own,"
                    + " sum(case when r.claim_id = any(?) then 0 else p.amount end) as other"
                    + " from receipt r join receipt_part p on p.receipt_id = r.id"
                    + " where r.kind = 'PAYMENT' and r.at >= ? and r.at < ? group by p.method";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** What was read of a period. */
    public record Read(List<ClaimBooks> claims, List<TillSum> till) {}

    /** @param zone the hospital's, in which days begin */
    public Read of(Period period, ZoneId zone) {
        Timestamp from = Timestamp.from(period.from().atStartOfDay(zone).toInstant());
        Timestamp to = Timestamp.from(period.to().plusDays(1).atStartOfDay(zone).toInstant());
        Map<Long, Head> heads = new LinkedHashMap<>();
        sql.list(SETTLED, row -> settled(heads, row, zone), from, to, from, to);
        sql.list(REVERSED, row -> heads.put(row.getLong("id"), head(row, Standing.REVERSED, zone)), from, to);
        sql.list(NOT_SETTLED, row -> heads.put(row.getLong("id"), head(row, Standing.NOT_SETTLED, zone)), from, to);
        Map<Long, List<Taken>> receipts = receipts(heads, zone);
        List<ClaimBooks> claims = new ArrayList<>();
        heads.forEach((id, head) -> claims.add(head.with(receipts.getOrDefault(id, List.of()))));
        return new Read(claims, till(heads, from, to));
    }

    /** A claim before its receipts are read; {@code later} is by how much the ledger moved since it was settled. */
    private record Head(
            String claim,
            Standing standing,
            LocalDate day,
            Map<SettlementField, Money> amounts,
            Money later,
            Optional<LocalDate> moved) {

        ClaimBooks with(List<Taken> receipts) {
            BookLine.Kind kind = standing == Standing.REVERSED ? BookLine.Kind.REVERSAL : BookLine.Kind.SETTLEMENT;
            BookLine line = new BookLine(claim, kind, Optional.empty(), day, amounts);
            Money charged = line.amount(SettlementField.TOTAL).plus(later);
            return new ClaimBooks(line, standing, charged, moved.orElse(day), receipts);
        }
    }

    private static Head settled(Map<Long, Head> heads, ResultSet row, ZoneId zone) throws SQLException {
        Money later = new Money(row.getBigDecimal("later"));
        Optional<LocalDate> moved =
                Optional.ofNullable(row.getTimestamp("moved")).map(at -> day(at, zone));
        String claim = row.getString("identifier");
        LocalDate day = day(row.getTimestamp("at"), zone);
        Head head = heads.computeIfAbsent(
                row.getLong("id"),
                id -> new Head(claim, Standing.SETTLED, day, new EnumMap<>(SettlementField.class), later, moved));
        head.amounts.put(SettlementField.valueOf(row.getString("field")), new Money(row.getBigDecimal("amount")));
        return head;
    }

    private static Head head(ResultSet row, Standing standing, ZoneId zone) throws SQLException {
        return new Head(
                row.getString("identifier"),
                standing,
                day(row.getTimestamp("at"), zone),
                Map.of(),
                Money.ZERO,
                Optional.empty());
    }

    private Map<Long, List<Taken>> receipts(Map<Long, Head> heads, ZoneId zone) {
        Map<Long, List<Taken>> receipts = new LinkedHashMap<>();
        sql.list(
                RECEIPTS,
                row -> receipts.computeIfAbsent(row.getLong("claim_id"), id -> new ArrayList<>())
                        .add(new Taken(
                                new Money(row.getBigDecimal("amount")),
                                new Money(row.getBigDecimal("account")),
                                day(row.getTimestamp("at"), zone),
                                row.getBoolean("stands"))),
                heads.keySet());
        return receipts;
    }

    private List<TillSum> till(Map<Long, Head> heads, Timestamp from, Timestamp to) {
        Map<PayMethod, TillSum> sums = new EnumMap<>(PayMethod.class);
        sql.list(
                        TILL,
                        row -> new TillSum(
                                PayMethod.valueOf(row.getString("method")),
                                new Money(row.getBigDecimal("own")),
                                new Money(row.getBigDecimal("other"))),
                        heads.keySet(),
                        heads.keySet(),
                        from,
                        to)
                .forEach(sum -> sums.put(sum.method(), sum));
        return List.copyOf(sums.values());
    }

    private static LocalDate day(Timestamp at, ZoneId zone) {
        return at.toInstant().atZone(zone).toLocalDate();
    }
}
