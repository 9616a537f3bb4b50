package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;
import org.yibaoban.visit.Supply;

/** The ledger as the audit reads it: by plain statements, for a look may read a day of many lines at every charge. */
@ApplicationScoped
public class AuditLines {

    private static final String COLUMNS =
            "{0}.visit_id, {0}.id, {0}.transaction_id, {0}.quantity, {0}.unit_price, {0}.amount, {0}.service_time,"
                    + " {0}.ordering_department, {0}.ordered_by, {0}.order_number, {0}.reverses_id, {0}.supply_days,"
                    + " {0}.chronic, {0}.take_home, {0}.item_code, {0}.national_code, {0}.name, {0}.charge_type,"
                    + " {0}.item_class";

    /** How many columns these are. */
    private static final int WIDTH = COLUMNS.split(",").length;

    /** Where charges, the table {@code l}, are looked for. */
    private record Which(String tables, String condition) {

        static final Which DAYS = new Which(
                "unnest(?, ?) as p(visit, day) join charge_line l on l.visit_id = p.visit",
                "l.service_time >= p.day and l.service_time < p.day + interval '1 day'");
        static final Which ITEMS = new Which(
                "unnest(?, ?) as p(visit, item) join charge_line l on l.visit_id = p.visit", "l.item_code = p.item");
        static final Which SELF_PAID = new Which("charge_line l", "l.visit_id = any (?) and l.item_class = 'C'");
        static final Which ORDERS = new Which("charge_line l", "l.visit_id = ? and l.order_number = any (?)");
    }

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /**
     * Which lines of a stay are asked for: its charges on these days or of these items, and all reversals of those.
     *
     * @param items codes
     * @param selfPaid with all charges of class C
     */
    public record Part(Set<LocalDate> days, Set<String> items, boolean selfPaid) {

        boolean includes(AuditedLine charge) {
            return days.contains(charge.at().toLocalDate())
                    || items.contains(charge.item().code())
                    || selfPaid && charge.item().itemClass() == ItemClass.C;
        }

        /** What is stored of this part, and what of new lines, a charge before its reversal, belongs to it. */
        public List<AuditedLine> with(List<AuditedLine> stored, List<AuditedLine> fresh) {
            Map<Long, AuditedLine> lines = new LinkedHashMap<>();
            stored.forEach(line -> lines.put(line.id(), line));
            fresh.stream()
                    .filter(line -> line.reverses().map(lines::containsKey).orElseGet(() -> includes(line)))
                    .forEach(line -> lines.put(line.id(), line));
            return List.copyOf(lines.values());
        }
    }

    /**
     * Parts of stays as the database holds them: what this transaction has still to write may be missing.
     *
     * @param parts by the visit's row id
     * @return likewise; at most three queries, however many stays
     */
    public Map<Long, List<AuditedLine>> parts(Map<Long, Part> parts) {
        Map<Long, Map<Long, AuditedLine>> found = new HashMap<>();
        List<Long> selfPaid = new ArrayList<>();
        Pairs days = new Pairs();
        Pairs items = new Pairs();
        parts.forEach((visit, part) -> {
            part.days().forEach(day -> days.add(visit, day));
            part.items().forEach(item -> items.add(visit, item));
            if (part.selfPaid()) {
                selfPaid.add(visit);
            }
        });
        days.read(Which.DAYS, found);
        items.read(Which.ITEMS, found);
        if (!selfPaid.isEmpty()) {
            withReversals(Which.SELF_PAID, found, selfPaid);
        }
        Map<Long, List<AuditedLine>> lists = new HashMap<>();
        parts.keySet()
                .forEach(visit -> lists.put(
                        visit, List.copyOf(found.getOrDefault(visit, Map.of()).values())));
        return lists;
    }

    /** The charges of a visit for these items, with their reversals. */
    public List<AuditedLine> ofItems(VisitRow visit, Set<String> items) {
        em.flush();
        return parts(Map.of(visit.id(), new Part(Set.of(), items, false))).get(visit.id());
    }

    /** The charges of a visit that name one of these orders, with their reversals. */
    public List<AuditedLine> ofOrders(VisitRow visit, Collection<String> orderNumbers) {
        if (orderNumbers.isEmpty()) {
            return List.of();
        }
        em.flush();
        Map<Long, Map<Long, AuditedLine>> found = new HashMap<>();
        withReversals(Which.ORDERS, found, visit.id(), orderNumbers);
        return List.copyOf(found.getOrDefault(visit.id(), Map.of()).values());
    }

    /** These charges of a visit, without their reversals. */
    public List<AuditedLine> byIds(VisitRow visit, Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : alone("visit_id = ? and id = any (?)", visit.id(), ids);
    }

    /** All lines of a visit by time of service. */
    public List<AuditedLine> whole(VisitRow visit) {
        em.flush();
        return alone("visit_id = ? order by service_time, id", visit.id());
    }

    /** Two columns that are given as arrays, a visit and something of it. */
    private final class Pairs {
        private final List<Long> visits = new ArrayList<>();
        private final List<Object> seconds = new ArrayList<>();

        void add(long visit, Object second) {
            visits.add(visit);
            seconds.add(second);
        }

        void read(Which which, Map<Long, Map<Long, AuditedLine>> found) {
            if (!visits.isEmpty()) {
                withReversals(which, found, visits, seconds);
            }
        }
    }

    private List<AuditedLine> alone(String condition, Object... values) {
        return new Sql(em)
                .list("select " + columns("l") + " from charge_line l where " + condition, row -> line(row, 0), values);
    }

    /** In one round trip; a charge with several reversals comes several times. */
    private void withReversals(Which which, Map<Long, Map<Long, AuditedLine>> found, Object... values) {
        String sql = "select " + columns("l") + ", " + columns("r") + " from " + which.tables()
                + " left join charge_line r on r.reverses_id = l.id where l.reverses_id is null and "
                + which.condition();
        new Sql(em).list(sql, row -> take(row, found), values);
    }

    private static Map<Long, AuditedLine> take(ResultSet row, Map<Long, Map<Long, AuditedLine>> found)
            throws SQLException {
        Map<Long, AuditedLine> lines = found.computeIfAbsent(row.getLong(1), visit -> new LinkedHashMap<>());
        if (!lines.containsKey(row.getLong(2))) {
            lines.put(row.getLong(2), line(row, 0));
        }
        if (row.getLong(WIDTH + 2) != 0) {
            lines.put(row.getLong(WIDTH + 2), line(row, WIDTH));
        }
        return lines;
    }

    private static String columns(String table) {
        return COLUMNS.replace("{0}", table);
    }

    private static AuditedLine line(ResultSet row, int at) throws SQLException {
        long reverses = row.getLong(at + 11);
        return new AuditedLine(
                row.getLong(at + 2),
                row.getString(at + 3),
                new AuditedLine.Item(
                        row.getString(at + 15),
                        Optional.ofNullable(row.getString(at + 16)),
                        row.getString(at + 17),
                        ChargeType.valueOf(row.getString(at + 18)),
                        ItemClass.valueOf(row.getString(at + 19))),
                row.getBigDecimal(at + 4),
                row.getBigDecimal(at + 5),
                new Money(row.getBigDecimal(at + 6)),
                row.getTimestamp(at + 7).toLocalDateTime(),
                row.getString(at + 8),
                Optional.ofNullable(row.getString(at + 9)).orElse(""),
                Optional.ofNullable(row.getString(at + 10)),
                supply(row.getBigDecimal(at + 12), row.getBoolean(at + 13), row.getBoolean(at + 14)),
                reverses == 0 ? Optional.empty() : Optional.of(reverses));
    }

    private static Supply supply(BigDecimal days, boolean chronic, boolean takeHome) {
        return days == null && !chronic && !takeHome
                ? Supply.NONE
                : new Supply(Optional.ofNullable(days), chronic, takeHome);
    }
}
