package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.yibaoban.money.Money;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.quota.payment.FixedPriceChoice;

/** Who chose when and why to settle stays at a fixed price, and who undid it. The visit is locked by the caller. */
@ApplicationScoped
public class FixedPriceChoices {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public void choose(VisitRow visit, String agreement, FixedPrice price, String reason, String user, Instant at) {
        new Sql(em)
                .run(
                        "insert into fixed_price_choice (visit_id, agreement, diagnosis, disease, english, price, reason,"
                                + " chosen_by, chosen_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        visit.id(),
                        agreement,
                        price.diagnosis(),
                        price.chinese(),
                        price.english(),
                        price.price().yuan(),
                        reason,
                        user,
                        Timestamp.from(at));
        visit.fixedPrice(Optional.of(price));
    }

    public void undo(VisitRow visit, String reason, String user, Instant at) {
        new Sql(em)
                .run(
                        "update fixed_price_choice set undone_by = ?, undone_at = ?, undone_why = ?"
                                + " where visit_id = ? and undone_at is null",
                        user,
                        Timestamp.from(at),
                        reason,
                        visit.id());
        visit.fixedPrice(Optional.empty());
    }

    /** The newest first. */
    public List<FixedPriceChoice> of(VisitRow visit) {
        return new Sql(em)
                .list(
                        "select * from fixed_price_choice where visit_id = ? order by id desc",
                        row -> new FixedPriceChoice(
                                new FixedPrice(
                                        row.getString("disease"),
                                        row.getString("english"),
                                        row.getString("diagnosis"),
                                        new Money(row.getBigDecimal("price"))),
                                row.getString("reason"),
                                row.getString("chosen_by"),
                                row.getTimestamp("chosen_at").toInstant(),
                                Optional.ofNullable(row.getString("undone_by")),
                                Optional.ofNullable(row.getTimestamp("undone_at"))
                                        .map(Timestamp::toInstant),
                                row.getString("undone_why")),
                        visit.id());
    }
}
