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
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.BookLine.Kind;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * Our books of what the payer has answered: settlements, also those that differ from the estimate, by the time of the
 * answer, and reversals by the time when the payer confirmed them. What was settled without the payer is not in them.
 */
@ApplicationScoped
public class SettledBook {

    private static final String SETTLED =
            "select c.id, c.identifier, c.payer_reference, c.answered_at, a.field, a.amount"
                    + " from claim c join claim_answer a on a.claim_id = c.id"
                    + " where c.state in ('SETTLED', 'DIFFERENCE', 'REVERSING', 'REVERSED')"
                    + " and c.answered_at >= ? and c.answered_at < ? order by c.answered_at, c.id";
    private static final String REVERSED =
            "select d.id, c.identifier, c.payer_reference, d.closed_at, a.field, a.amount"
                    + " from claim_decision d join claim c on c.id = d.claim_id join claim_answer a on a.claim_id = c.id"
                    + " where d.kind = 'REVERSAL' and d.state = 'DONE' and d.content is not null"
                    + " and d.closed_at >= ? and d.closed_at < ? order by d.closed_at, d.id";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** @param zone the hospital's, in which days begin */
    public List<BookLine> lines(Period period, ZoneId zone) {
        List<BookLine> lines = new ArrayList<>(read(SETTLED, Kind.SETTLEMENT, period, zone));
        lines.addAll(read(REVERSED, Kind.REVERSAL, period, zone));
        return lines;
    }

    /** When the payer answered the first claim; empty before it. */
    public Optional<LocalDate> firstDay(ZoneId zone) {
        return sql
                .list("select min(answered_at) from claim where answered_at is not null", row -> row.getTimestamp(1))
                .stream()
                .filter(first -> first != null)
                .map(first -> first.toInstant().atZone(zone).toLocalDate())
                .findFirst();
    }

    private record Amount(long row, String claim, String reference, LocalDate day, SettlementField field, Money yuan) {}

    private List<BookLine> read(String select, Kind kind, Period period, ZoneId zone) {
        Map<Long, List<Amount>> byRow = new LinkedHashMap<>();
        sql.list(
                        select,
                        row -> amount(row, zone),
                        Timestamp.from(period.from().atStartOfDay(zone).toInstant()),
                        Timestamp.from(
                                period.to().plusDays(1).atStartOfDay(zone).toInstant()))
                .forEach(one ->
                        byRow.computeIfAbsent(one.row, key -> new ArrayList<>()).add(one));
        return byRow.values().stream().map(amounts -> line(kind, amounts)).toList();
    }

    private static Amount amount(ResultSet row, ZoneId zone) throws SQLException {
        return new Amount(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getTimestamp(4).toInstant().atZone(zone).toLocalDate(),
                SettlementField.valueOf(row.getString(5)),
                new Money(row.getBigDecimal(6)));
    }

    private static BookLine line(Kind kind, List<Amount> parts) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        parts.forEach(part -> amounts.put(part.field, part.yuan));
        Amount first = parts.get(0);
        return new BookLine(
                first.claim,
                kind,
                Optional.ofNullable(first.reference),
                first.day,
                kind == Kind.SETTLEMENT ? amounts : BookLine.negated(amounts));
    }
}
