package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.clearing.ClaimStanding;
import org.yibaoban.settlement.clearing.ClearingMonth;
import org.yibaoban.settlement.reconciliation.BookLine;

/**
 * What the payer was to pay against what it paid, by month and insurance and claim by claim. The claims are those of
 * {@link SettledBook}: by the time of the payer's answer, reversals by the time of its confirmation.
 */
@ApplicationScoped
public class ClearingBook {

    private static final List<String> FUNDS =
            BookLine.FUNDS.stream().map(Enum::name).toList();
    /** The national code of the insurance that the claim was made under. */
    private static final String INSURANCE = Arrays.stream(InsuranceType.values())
            .map(type -> " when '" + type.name() + "' then '" + type.code() + "'")
            .collect(Collectors.joining("", "case c.insurance_type", " else 'self' end"));

    private static final String STANDS = "c.state in ('SETTLED', 'DIFFERENCE', 'REVERSING', 'REVERSED')";
    private static final String TAKEN_BACK = "d.kind = 'REVERSAL' and d.state = 'DONE' and d.content is not null";
    private static final String LOST =
            "case when d.state in ('NOTIFIED', 'APPEALED') then 0 else d.amount - d.returned end";
    private static final String PENDING = "case when d.state in ('NOTIFIED', 'APPEALED') then d.amount else 0 end";

    /** Columns: month, insurance, settled, reversed, deducted, pending, retained, paid, unconfirmed. */
    private static final String MONTHS = "select month, insurance, sum(settled) as settled, sum(reversed) as reversed,"
            + " sum(deducted) as deducted, sum(pending) as pending, sum(retained) as retained, sum(paid) as paid,"
            + " sum(unconfirmed) as unconfirmed from ("
            + "select date_trunc('month', c.answered_at at time zone ?)::date as month, " + INSURANCE + " as insurance,"
            + " a.amount as settled, 0 as reversed, 0 as deducted, 0 as pending, 0 as retained, 0 as paid, 0 as unconfirmed"
            + " from claim c join claim_answer a on a.claim_id = c.id and a.field = any(?)"
            + " where " + STANDS + " and c.answered_at >= ?"
            + " union all select date_trunc('month', d.closed_at at time zone ?)::date, " + INSURANCE
            + ", 0, -a.amount, 0, 0, 0, 0, 0 from claim_decision d join claim c on c.id = d.claim_id"
            + " join claim_answer a on a.claim_id = c.id and a.field = any(?)"
            + " where " + TAKEN_BACK + " and d.closed_at >= ?"
            + " union all select date_trunc('month', c.answered_at at time zone ?)::date, " + INSURANCE
            + ", 0, 0, " + LOST + ", " + PENDING + ", 0, 0, 0 from deduction d join claim c on c.id = d.claim_id"
            + " where c.state in ('SETTLED', 'DIFFERENCE', 'REVERSING') and c.answered_at >= ?"
            + " union all select p.month, p.insurance, 0, 0, 0, 0, case when y.state = 'CONFIRMED' then p.retained else 0 end,"
            + " case when y.state = 'CONFIRMED' then p.paid else 0 end,"
            + " case when y.state = 'ENTERED' then p.paid else 0 end"
            + " from clearing_part p join clearing_payment y on y.id = p.payment_id"
            + " where y.state <> 'REJECTED' and p.month >= ?"
            + ") t group by month, insurance order by month desc, insurance";

    private static final String STANDINGS = "with booked as ("
            + "select c.id, a.amount, true as settlement from claim c"
            + " join claim_answer a on a.claim_id = c.id and a.field = any(?)"
            + " where " + STANDS + " and c.answered_at >= ? and c.answered_at < ?"
            + " union all select c.id, -a.amount, false from claim_decision d join claim c on c.id = d.claim_id"
            + " join claim_answer a on a.claim_id = c.id and a.field = any(?)"
            + " where " + TAKEN_BACK + " and d.closed_at >= ? and d.closed_at < ?),"
            + " mine as (select id, sum(amount) as settled, bool_or(settlement) as settlement from booked group by id),"
            + " paid as (select l.claim_id, sum(l.amount) as paid from clearing_line l"
            + " join clearing_payment y on y.id = l.payment_id and y.state = 'CONFIRMED'"
            + " where l.month = ? and l.claim_id in (select id from mine) group by l.claim_id),"
            + " lost as (select d.claim_id, sum(" + LOST + ") as deducted, sum(" + PENDING + ") as pending"
            + " from deduction d join claim c on c.id = d.claim_id and c.state <> 'REVERSED'"
            + " where d.claim_id in (select id from mine where settlement) group by d.claim_id)"
            + " select c.identifier, v.number, mine.settled, coalesce(lost.deducted, 0), coalesce(lost.pending, 0),"
            + " coalesce(paid.paid, 0) from mine join claim c on c.id = mine.id join visit v on v.id = c.visit_id"
            + " left join paid on paid.claim_id = mine.id"
            + " left join lost on lost.claim_id = mine.id where " + INSURANCE + " = ?"
            + " order by abs(mine.settled - coalesce(lost.deducted, 0) - coalesce(paid.paid, 0)) desc, c.identifier limit ?";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /**
     * A claim that a payment may name.
     *
     * @param settled the month in which the payer answered it; empty when it is not settled
     * @param reversed the month in which the payer confirmed its reversal
     */
    public record Cleared(
            long id, String claim, String insurance, Optional<YearMonth> settled, Optional<YearMonth> reversed) {}

    /** Those that are on file, in one question. */
    public List<Cleared> claims(Collection<String> identifiers, ZoneId zone) {
        return sql.list(
                "select c.id, c.identifier, " + INSURANCE + ","
                        + " case when " + STANDS + " then date_trunc('month', c.answered_at at time zone ?)::date end,"
                        + " (select max(date_trunc('month', d.closed_at at time zone ?)::date) from claim_decision d"
                        + " where d.claim_id = c.id and " + TAKEN_BACK + ")"
                        + " from claim c where c.identifier = any(?)",
                row -> new Cleared(row.getLong(1), row.getString(2), row.getString(3), month(row, 4), month(row, 5)),
                zone.getId(),
                zone.getId(),
                identifiers);
    }

    /** The newest month first. */
    public List<ClearingMonth> months(YearMonth from, ZoneId zone) {
        Timestamp start = Timestamp.from(from.atDay(1).atStartOfDay(zone).toInstant());
        String place = zone.getId();
        return sql.list(
                MONTHS,
                row -> new ClearingMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getString("insurance"),
                        money(row, "settled"),
                        money(row, "reversed"),
                        money(row, "deducted"),
                        money(row, "pending"),
                        money(row, "retained"),
                        money(row, "paid"),
                        money(row, "unconfirmed")),
                place,
                FUNDS,
                start,
                place,
                FUNDS,
                start,
                place,
                start,
                from.atDay(1));
    }

    /** The claims of a month and insurance; where most is owed or paid too much first. */
    public List<ClaimStanding> standings(YearMonth month, String insurance, ZoneId zone, int limit) {
        Timestamp start = Timestamp.from(month.atDay(1).atStartOfDay(zone).toInstant());
        Timestamp end =
                Timestamp.from(month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        return sql.list(
                STANDINGS,
                row -> new ClaimStanding(
                        row.getString(1),
                        row.getString(2),
                        new Money(row.getBigDecimal(3)),
                        new Money(row.getBigDecimal(4)),
                        new Money(row.getBigDecimal(5)),
                        new Money(row.getBigDecimal(6))),
                FUNDS,
                start,
                end,
                FUNDS,
                start,
                end,
                month.atDay(1),
                insurance,
                limit);
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getBigDecimal(column));
    }

    private static Optional<YearMonth> month(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class)).map(YearMonth::from);
    }
}
