package org.yibaoban.store;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.yibaoban.cashier.PayMethod;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.reconciliation.OwnTotals;
import org.yibaoban.settlement.reconciliation.TillSum;

/** The sums of the hospital's own books beside a reconciled period. In the caller's transaction, the period locked. */
@ApplicationScoped
public class OwnSums {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private Sql sql;

    @PostConstruct
    void open() {
        sql = new Sql(em);
    }

    /** Those of now, in place of what stood there. */
    public void put(long reconciliation, OwnTotals totals, List<TillSum> till) {
        sql.run(
                "update reconciliation set own_claims = ?, own_charged = ?, own_settled = ?, own_account = ?, own_cash = ?,"
                        + " own_taken_account = ?, own_taken_other = ?, own_owing = ?, own_owed = ? where id = ?",
                totals.claims(),
                totals.charged().yuan(),
                totals.settled().yuan(),
                totals.account().yuan(),
                totals.cash().yuan(),
                totals.takenAccount().yuan(),
                totals.takenOther().yuan(),
                totals.owing(),
                totals.owed().yuan(),
                reconciliation);
        sql.run("delete from reconciliation_till where reconciliation_id = ?", reconciliation);
        sql.batch(
                "insert into reconciliation_till (reconciliation_id, method, own, other) values (?, ?, ?, ?)",
                batch -> {
                    for (TillSum sum : till) {
                        batch.row(
                                reconciliation,
                                sum.method().name(),
                                sum.own().yuan(),
                                sum.other().yuan());
                    }
                });
    }

    /** By method, as on a receipt; methods that nobody used are left out. */
    public List<TillSum> till(long reconciliation) {
        return sql
                .list(
                        "select method, own, other from reconciliation_till where reconciliation_id = ?",
                        row -> new TillSum(
                                PayMethod.valueOf(row.getString("method")),
                                new Money(row.getBigDecimal("own")),
                                new Money(row.getBigDecimal("other"))),
                        reconciliation)
                .stream()
                .sorted(Comparator.comparing(TillSum::method))
                .toList();
    }

    static OwnTotals of(ResultSet row) throws SQLException {
        return new OwnTotals(
                row.getInt("own_claims"),
                new Money(row.getBigDecimal("own_charged")),
                new Money(row.getBigDecimal("own_settled")),
                new Money(row.getBigDecimal("own_account")),
                new Money(row.getBigDecimal("own_cash")),
                new Money(row.getBigDecimal("own_taken_account")),
                new Money(row.getBigDecimal("own_taken_other")),
                row.getInt("own_owing"),
                new Money(row.getBigDecimal("own_owed")));
    }
}
