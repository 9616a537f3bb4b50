package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.Period;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.settlement.reconciliation.ReconciliationState;

/** Days and months that are reconciled with the payer. In the caller's transaction. */
@ApplicationScoped
public class Reconciliations {

    private static final String SELECT = "select r.*,"
            + " (select count(*) from reconciliation_difference d where d.reconciliation_id = r.id"
            + " and d.kind <> 'OTHER_PERIOD' and d.state <> 'GONE') as differences,"
            + " (select count(*) from reconciliation_difference d where d.reconciliation_id = r.id"
            + " and d.kind <> 'OTHER_PERIOD' and d.state = 'OPEN') as undone"
            + " from reconciliation r";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /**
     * Takes a period for asking the payer, so that one at a time does; it is put on file the first time.
     *
     * @return empty when another one asks just now, or the period is closed or presented for it
     */
    public Optional<Long> take(String payer, Period period, Instant now, Instant leaseUntil) {
        sql.run(
                "insert into reconciliation (payer, from_day, to_day, state) values (?, ?, ?, 'WAITING')"
                        + " on conflict do nothing",
                payer,
                period.from(),
                period.to());
        return sql
                .list(
                        "update reconciliation set lease_until = ? where payer = ? and from_day = ? and to_day = ?"
                                + " and state in ('WAITING', 'EVEN', 'UNEVEN') and (lease_until is null or lease_until <= ?)"
                                + " returning id",
                        row -> row.getLong(1),
                        Timestamp.from(leaseUntil),
                        payer,
                        period.from(),
                        period.to(),
                        Timestamp.from(now))
                .stream()
                .findFirst();
    }

    /** The payer did not answer: it may be asked again at once. */
    public void failed(long id, String why) {
        sql.run("update reconciliation set lease_until = null, error = ? where id = ?", why, id);
    }

    /** What the payer said last, and where that leaves the period. */
    public void answered(
            long id,
            ReconciliationState state,
            boolean byLine,
            BookTotals here,
            BookTotals there,
            Instant at,
            String by) {
        sql.run(
                "update reconciliation set state = ?, lease_until = null, asked_at = ?, asked_by = ?, error = '',"
                        + " by_line = ?, here_settlements = ?, here_reversals = ?, here_total = ?, here_fund = ?,"
                        + " here_account = ?, here_cash = ?, there_settlements = ?, there_reversals = ?, there_total = ?,"
                        + " there_fund = ?, there_account = ?, there_cash = ? where id = ?",
                state.name(),
                Timestamp.from(at),
                by,
                byLine,
                here.settlements(),
                here.reversals(),
                here.total().yuan(),
                here.fund().yuan(),
                here.account().yuan(),
                here.cash().yuan(),
                there.settlements(),
                there.reversals(),
                there.total().yuan(),
                there.fund().yuan(),
                there.account().yuan(),
                there.cash().yuan(),
                id);
    }

    public void keepAnswer(long id, byte[] response, Instant at) {
        sql.run(
                "insert into reconciliation_answer (reconciliation_id, at, response) values (?, ?, ?)",
                id,
                Timestamp.from(at),
                response);
    }

    /** Against others who close it or deal with its differences at the same time. */
    public Optional<PeriodStanding> lock(long id) {
        sql.list("select 1 from reconciliation where id = ? for update", row -> row.getInt(1), id);
        return find(id);
    }

    public Optional<PeriodStanding> find(long id) {
        return sql.list(SELECT + " where r.id = ?", Reconciliations::standing, id).stream()
                .findFirst();
    }

    public Optional<PeriodStanding> find(String payer, Period period) {
        return sql
                .list(
                        SELECT + " where r.payer = ? and r.from_day = ? and r.to_day = ?",
                        Reconciliations::standing,
                        payer,
                        period.from(),
                        period.to())
                .stream()
                .findFirst();
    }

    /** The newest period first, a month before its days. */
    public List<PeriodStanding> newest(int limit) {
        return sql.list(
                SELECT + " order by r.to_day desc, r.from_day, r.payer limit ?", Reconciliations::standing, limit);
    }

    public void presented(long id, String by, Instant at) {
        sql.run(
                "update reconciliation set state = 'PRESENTED', presented_by = ?, presented_at = ? where id = ?",
                by,
                Timestamp.from(at),
                id);
    }

    public void sentBack(long id) {
        sql.run(
                "update reconciliation set state = 'UNEVEN', presented_by = null, presented_at = null where id = ?",
                id);
    }

    public void closed(long id, String by, Instant at) {
        sql.run(
                "update reconciliation set state = 'CLOSED', closed_by = ?, closed_at = ? where id = ?",
                by,
                Timestamp.from(at),
                id);
    }

    private static PeriodStanding standing(ResultSet row) throws SQLException {
        return new PeriodStanding(
                row.getLong("id"),
                row.getString("payer"),
                new Period(row.getObject("from_day", LocalDate.class), row.getObject("to_day", LocalDate.class)),
                ReconciliationState.valueOf(row.getString("state")),
                instant(row, "asked_at"),
                row.getString("asked_by"),
                row.getString("error"),
                row.getBoolean("by_line"),
                totals(row, "here_"),
                totals(row, "there_"),
                OwnSums.of(row),
                row.getInt("differences"),
                row.getInt("undone"),
                Optional.ofNullable(row.getString("presented_by")),
                instant(row, "presented_at"),
                Optional.ofNullable(row.getString("closed_by")),
                instant(row, "closed_at"));
    }

    private static BookTotals totals(ResultSet row, String side) throws SQLException {
        return new BookTotals(
                row.getInt(side + "settlements"),
                row.getInt(side + "reversals"),
                new Money(row.getBigDecimal(side + "total")),
                new Money(row.getBigDecimal(side + "fund")),
                new Money(row.getBigDecimal(side + "account")),
                new Money(row.getBigDecimal(side + "cash")));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
