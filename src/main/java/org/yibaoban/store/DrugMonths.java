package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.money.Money;
import org.yibaoban.review.DrugRank;

/** What was charged of each drug, by ordering department, doctor and month: sums that move with the ledger. */
@ApplicationScoped
public class DrugMonths {

    private static final int COLUMNS = 8;
    /** PostgreSQL takes 65,535 parameters in a statement. */
    private static final int ROWS = 1000;

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    private record Key(YearMonth month, String department, String doctor, String item) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::month)
                .thenComparing(Key::department)
                .thenComparing(Key::doctor)
                .thenComparing(Key::item);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(ItemSnapshot item, BigDecimal quantity, Money amount) {

        Sum plus(Sum other) {
            return new Sum(item, quantity.add(other.quantity), amount.plus(other.amount));
        }
    }

    /**
     * One statement for new lines, for each thousand of their drugs; in one order for everybody, so that no two wait for
     * each other. Hence once a transaction.
     */
    public void move(Collection<ChargeLineRow> lines) {
        SortedMap<Key, Sum> sums = new TreeMap<>();
        for (ChargeLineRow line : lines) {
            ChargeType type = line.item().chargeType();
            if (type == ChargeType.DRUG || type == ChargeType.HERB) {
                sums.merge(
                        new Key(
                                YearMonth.from(line.serviceTime()),
                                line.orderingDepartment(),
                                line.orderedBy().orElse(""),
                                line.item().code()),
                        new Sum(line.item(), line.quantity(), line.amount()),
                        Sum::plus);
            }
        }
        List<Map.Entry<Key, Sum>> all = List.copyOf(sums.entrySet());
        for (int from = 0; from < all.size(); from += ROWS) {
            insert(all.subList(from, Math.min(all.size(), from + ROWS)));
        }
    }

    private void insert(List<Map.Entry<Key, Sum>> sums) {
        Query upsert = em.createNativeQuery(
                "insert into drug_month as d (month, department, doctor, item_code, name, unit, quantity, amount) values "
                        + IntStream.range(0, sums.size())
                                .mapToObj(row -> IntStream.rangeClosed(1, COLUMNS)
                                        .mapToObj(column -> "?" + (row * COLUMNS + column))
                                        .collect(Collectors.joining(", ", "(", ")")))
                                .collect(Collectors.joining(", "))
                        + " on conflict (month, department, doctor, item_code) do update set"
                        + " quantity = d.quantity + excluded.quantity, amount = d.amount + excluded.amount");
        int place = 0;
        for (Map.Entry<Key, Sum> entry : sums) {
            Key key = entry.getKey();
            Sum sum = entry.getValue();
            List<Object> row = List.of(
                    Date.valueOf(key.month().atDay(1)),
                    key.department(),
                    key.doctor(),
                    key.item(),
                    sum.item().name(),
                    sum.item().unit(),
                    sum.quantity(),
                    sum.amount().yuan());
            for (Object value : row) {
                upsert.setParameter(++place, value);
            }
        }
        upsert.setFlushMode(FlushModeType.COMMIT).executeUpdate();
    }

    /**
     * The first drugs of a month.
     *
     * @param department blank for all
     * @param doctor blank for all
     * @param byQuantity else by amount
     */
    public List<DrugRank> ranking(YearMonth month, String department, String doctor, boolean byQuantity, int limit) {
        String sum = byQuantity ? "sum(quantity)" : "sum(amount)";
        Query query = em.createNativeQuery("select item_code, max(name), max(unit), sum(quantity), sum(amount)"
                        + " from drug_month where month = ?1"
                        + (department.isBlank() ? "" : " and department = ?2")
                        + (doctor.isBlank() ? "" : " and doctor = ?3")
                        + " group by item_code having sum(quantity) > 0 order by " + sum + " desc, item_code")
                .setParameter(1, Date.valueOf(month.atDay(1)));
        if (!department.isBlank()) {
            query.setParameter(2, department);
        }
        if (!doctor.isBlank()) {
            query.setParameter(3, doctor);
        }
        List<?> rows = query.setMaxResults(limit).getResultList();
        return rows.stream().map(row -> rank((Object[]) row)).toList();
    }

    private static DrugRank rank(Object[] row) {
        return new DrugRank(
                (String) row[0], (String) row[1], (String) row[2], (BigDecimal) row[3], new Money((BigDecimal) row[4]));
    }
}
