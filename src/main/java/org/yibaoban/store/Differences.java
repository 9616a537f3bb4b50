package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.BookLine;
import org.yibaoban.settlement.reconciliation.Difference;
import org.yibaoban.settlement.reconciliation.DifferenceKind;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Pair;
import org.yibaoban.settlement.reconciliation.DifferenceState;

/** What differs in a period, and every step that was done about it. In the caller's transaction, the period locked. */
@ApplicationScoped
public class Differences {

    private static final String SELECT = "select d.*, v.number as visit, c.state as claim_state"
            + " from reconciliation_difference d left join claim c on c.identifier = d.claim"
            + " left join visit v on v.id = c.visit_id";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;
    private Steps<Action> steps;

    @PostConstruct
    void open() {
        sql = new Sql(em);
        steps = new Steps<>(sql, "reconciliation_step", "difference_id", "action", Action.class);
    }

    /** All of a period; what is still to be dealt with first. */
    public List<DifferenceOnFile> of(long reconciliation) {
        return sql.list(
                SELECT + " where d.reconciliation_id = ? order by d.state <> 'OPEN', d.kind = 'OTHER_PERIOD',"
                        + " d.state = 'GONE', d.id",
                Differences::difference,
                reconciliation);
    }

    public Optional<DifferenceOnFile> find(long id) {
        return sql.list(SELECT + " where d.id = ?", Differences::difference, id).stream()
                .findFirst();
    }

    /** What somebody decided about the very same difference in a period that is closed. */
    public Optional<DifferenceOnFile> decidedElsewhere(Difference found) {
        return sql
                .list(
                        SELECT + " join reconciliation r on r.id = d.reconciliation_id where r.state = 'CLOSED'"
                                + " and d.claim = ? and d.line = ? and d.kind = ?"
                                + " and d.state in ('ACCEPTED', 'EXPLAINED') order by d.id desc",
                        Differences::difference,
                        found.claim(),
                        found.line().name(),
                        found.kind().name())
                .stream()
                .filter(decided -> found.isSame(decided, amounts(decided.id())))
                .findFirst();
    }

    /** @return its number */
    public long add(long reconciliation, Difference found) {
        long id = sql.one(
                "insert into reconciliation_difference (reconciliation_id, claim, line, kind, state, gap, here_day,"
                        + " there_day) values (?, ?, ?, ?, 'OPEN', ?, ?, ?) returning id",
                row -> row.getLong(1),
                reconciliation,
                found.claim(),
                found.line().name(),
                found.kind().name(),
                found.gap().yuan(),
                day(found.here()),
                day(found.there()));
        putAmounts(id, found);
        return id;
    }

    /** The same difference when the payer was asked again. */
    public void update(long id, Difference found) {
        sql.run(
                "update reconciliation_difference set gap = ?, here_day = ?, there_day = ? where id = ?",
                found.gap().yuan(),
                day(found.here()),
                day(found.there()),
                id);
        sql.run("delete from reconciliation_amount where difference_id = ?", id);
        putAmounts(id, found);
    }

    /** Open again, or gone: what was decided about it counts no more. */
    public void state(long id, DifferenceState state) {
        sql.run(
                "update reconciliation_difference set state = ?, words = '', settled_by = null, settled_at = null"
                        + " where id = ?",
                state.name(),
                id);
    }

    /** Somebody decides about it. */
    public void settle(long id, DifferenceState state, String words, String by, Instant at) {
        sql.run(
                "update reconciliation_difference set state = ?, words = ?, settled_by = ?, settled_at = ? where id = ?",
                state.name(),
                words,
                by,
                Timestamp.from(at),
                id);
    }

    public void step(long id, Step<Action> step) {
        steps.add(id, step);
    }

    /** The oldest first. */
    public List<Step<Action>> steps(long id) {
        return steps.of(id);
    }

    /** Whoever moved one of a period's differences, also one that is gone, or that another one decided about later. */
    public List<String> movers(long reconciliation) {
        return sql.list(
                "select distinct s.by_user from reconciliation_step s"
                        + " join reconciliation_difference d on d.id = s.difference_id where d.reconciliation_id = ?"
                        + " and s.action in ('RESENT', 'ACCEPTED', 'EXPLAINED')",
                row -> row.getString(1),
                reconciliation);
    }

    /** In the order of a settlement sheet. */
    public List<Pair> amounts(long id) {
        return sql
                .list(
                        "select field, here, there from reconciliation_amount where difference_id = ?",
                        row -> new Pair(
                                SettlementField.valueOf(row.getString(1)),
                                Optional.ofNullable(row.getBigDecimal(2)).map(Money::new),
                                Optional.ofNullable(row.getBigDecimal(3)).map(Money::new)),
                        id)
                .stream()
                .sorted(Comparator.comparing(Pair::field))
                .toList();
    }

    private void putAmounts(long id, Difference found) {
        sql.batch(
                "insert into reconciliation_amount (difference_id, field, here, there) values (?, ?, ?, ?)", batch -> {
                    for (Pair pair : found.pairs()) {
                        batch.row(id, pair.field().name(), yuan(pair.here()), yuan(pair.there()));
                    }
                });
    }

    private static BigDecimal yuan(Optional<Money> amount) {
        return amount.map(Money::yuan).orElse(null);
    }

    private static LocalDate day(Optional<BookLine> line) {
        return line.map(BookLine::day).orElse(null);
    }

    private static DifferenceOnFile difference(ResultSet row) throws SQLException {
        return new DifferenceOnFile(
                row.getLong("id"),
                row.getLong("reconciliation_id"),
                row.getString("claim"),
                Optional.ofNullable(row.getString("visit")),
                Optional.ofNullable(row.getString("claim_state")).map(ClaimState::valueOf),
                BookLine.Kind.valueOf(row.getString("line")),
                DifferenceKind.valueOf(row.getString("kind")),
                DifferenceState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("gap")),
                Optional.ofNullable(row.getObject("here_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("there_day", LocalDate.class)),
                row.getString("words"),
                Optional.ofNullable(row.getString("settled_by")));
    }
}
