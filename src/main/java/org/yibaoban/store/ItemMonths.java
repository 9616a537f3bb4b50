package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.money.Money;

/** How much was charged of each item in each month. */
@ApplicationScoped
public class ItemMonths {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Credits taken off; the name as it stood on the lines. */
    public record Charged(String name, Money amount) {}

    /** Up to when posted lines are in the sums; empty while another instance adds some. */
    public Optional<Instant> lockMark() {
        List<?> mark = em.createNativeQuery("select summed_to from item_month_mark for update skip locked")
                .getResultList();
        return mark.stream().findFirst().map(found -> ((Timestamp) found).toInstant());
    }

    /** When the first line behind a moment was posted. */
    public Optional<Instant> nextPosted(Instant after) {
        Object first = em.createNativeQuery("select min(posted_at) from charge_line where posted_at > ?")
                .setParameter(1, Timestamp.from(after))
                .getSingleResult();
        return Optional.ofNullable((Timestamp) first).map(Timestamp::toInstant);
    }

    /** Adds the lines posted behind {@code from} up to and with {@code to}, by the index of that time alone. */
    public void add(Instant from, Instant to) {
        em.createNativeQuery("insert into item_month as m (month, item_code, name, charged, line_count)"
                        + " select cast(date_trunc('month', service_time) as date), item_code, max(name), sum(amount),"
                        + " count(*) from charge_line where posted_at > ? and posted_at <= ? group by 1, 2"
                        + " on conflict (month, item_code) do update set name = excluded.name,"
                        + " charged = m.charged + excluded.charged, line_count = m.line_count + excluded.line_count")
                .setParameter(1, Timestamp.from(from))
                .setParameter(2, Timestamp.from(to))
                .executeUpdate();
        em.createNativeQuery("update item_month_mark set summed_to = ?")
                .setParameter(1, Timestamp.from(to))
                .executeUpdate();
    }

    /** By item, from a month on. */
    public Map<String, Charged> since(YearMonth month) {
        List<?> rows = em.createNativeQuery("select item_code, max(name), sum(charged) from item_month"
                        + " where month >= ? group by item_code")
                .setParameter(1, Date.valueOf(month.atDay(1)))
                .getResultList();
        Map<String, Charged> charged = new HashMap<>();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row ->
                        charged.put((String) row[0], new Charged((String) row[1], new Money((BigDecimal) row[2]))));
        return charged;
    }

    /** How far a single step reaches: a day's lines of a large hospital are some hundred thousand. */
    public static Instant step(Instant from, Instant to) {
        Instant end = from.plus(1, ChronoUnit.DAYS);
        return end.isBefore(to) ? end : to;
    }
}
