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
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.deduction.Deduction;
import org.yibaoban.settlement.deduction.DeductionState;
import org.yibaoban.settlement.deduction.Evidence;

/** Deductions with their steps and evidence. In the caller's transaction. */
@ApplicationScoped
public class Deductions {

    private static final String SELECT = "select d.*, c.identifier as claim, v.number as visit from deduction d"
            + " join claim c on c.id = d.claim_id join visit v on v.id = c.visit_id";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;
    private Steps<DeductionState> steps;

    @PostConstruct
    void open() {
        sql = new Sql(em);
        steps = new Steps<>(sql, "deduction_step", "deduction_id", "state", DeductionState.class);
    }

    /** @return its number; empty when this line of the notice is on file already */
    public Optional<Long> add(ClaimRow claim, Deduction one) {
        return sql
                .list(
                        "insert into deduction (notice, line, claim_id, department, item, rule, reason, amount, notified,"
                                + " deadline, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id",
                        row -> row.getLong(1),
                        one.notice(),
                        one.line(),
                        claim.id(),
                        one.department(),
                        one.item(),
                        one.rule(),
                        one.reason(),
                        one.amount().yuan(),
                        one.notified(),
                        one.deadline(),
                        one.state().name())
                .stream()
                .findFirst();
    }

    /** What is open first, the nearest deadline first. */
    public List<Deduction> newest(int limit) {
        return sql.list(
                SELECT + " order by d.state not in ('NOTIFIED', 'APPEALED'), d.state <> 'NOTIFIED', d.deadline, d.id"
                        + " limit ?",
                Deductions::deduction,
                limit);
    }

    /** Notified in these days, both ends in them. */
    public List<Deduction> notified(LocalDate from, LocalDate to) {
        return sql.list(
                SELECT + " where d.notified >= ? and d.notified <= ? order by d.id", Deductions::deduction, from, to);
    }

    public Optional<Deduction> find(long id) {
        return sql.list(SELECT + " where d.id = ?", Deductions::deduction, id).stream()
                .findFirst();
    }

    /** Against others who deal with it at the same time. */
    public Optional<Deduction> lock(long id) {
        sql.list("select 1 from deduction where id = ? for update", row -> row.getInt(1), id);
        return find(id);
    }

    public void move(long id, DeductionState state, Money returned) {
        sql.run("update deduction set state = ?, returned = ? where id = ?", state.name(), returned.yuan(), id);
    }

    public void step(long id, Step<DeductionState> step) {
        steps.add(id, step);
    }

    /** The oldest first. */
    public List<Step<DeductionState>> steps(long id) {
        return steps.of(id);
    }

    /** @return whether it was not on file for this deduction already */
    public boolean keep(long id, String name, String sha256, byte[] content, String by, Instant at) {
        return sql.run(
                        "insert into deduction_evidence (deduction_id, at, by_user, name, sha256, content)"
                                + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                        id,
                        Timestamp.from(at),
                        by,
                        name,
                        sha256,
                        content)
                == 1;
    }

    /** Without their content, the oldest first. */
    public List<Evidence> evidence(long id) {
        return sql.list(
                "select id, name, length(content), sha256, by_user, at from deduction_evidence"
                        + " where deduction_id = ? order by id",
                row -> new Evidence(
                        row.getLong(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                id);
    }

    public Optional<byte[]> content(long evidence) {
        return sql
                .list("select content from deduction_evidence where id = ?", row -> row.getBytes(1), evidence)
                .stream()
                .findFirst();
    }

    private static Deduction deduction(ResultSet row) throws SQLException {
        return new Deduction(
                row.getLong("id"),
                row.getString("notice"),
                row.getString("line"),
                row.getString("claim"),
                row.getString("visit"),
                row.getString("department"),
                row.getString("item"),
                row.getString("rule"),
                row.getString("reason"),
                new Money(row.getBigDecimal("amount")),
                row.getObject("notified", LocalDate.class),
                row.getObject("deadline", LocalDate.class),
                DeductionState.valueOf(row.getString("state")),
                new Money(row.getBigDecimal("returned")));
    }
}
