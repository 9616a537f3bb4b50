package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;

/** The append-only charge ledger and the department sums that move with it. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private DrugMonths drugs;

    /** What reversals took back of a line so far, both positive. */
    public record TakenBack(BigDecimal quantity, Money amount) {
        public static final TakenBack NOTHING = new TakenBack(BigDecimal.ZERO, Money.ZERO);
    }

    /** The lines of a visit with these transaction ids, and those that took their place, oldest first. */
    public List<ChargeLineRow> lines(VisitRow visit, Collection<String> transactionIds) {
        if (transactionIds.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit"
                                + " and (l.transactionId in :ids or l.revises in :ids) order by l.postedAt, l.id",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .setParameter("ids", transactionIds)
                .getResultList();
    }

    /** The charges (not reversals) of a visit for these items, newest first. */
    public List<ChargeLineRow> charges(VisitRow visit, Collection<String> itemCodes) {
        if (itemCodes.isEmpty()) {
            return List.of();
        }
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit and l.item.code in :codes"
                                + " and l.reversesId is null order by l.serviceTime desc, l.id desc",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .setParameter("codes", itemCodes)
                .getResultList();
    }

    /** What was taken back of each of these lines, by transaction id; lines of which nothing was are absent. */
    public Map<String, TakenBack> takenBack(Collection<ChargeLineRow> lines) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> ids = new HashMap<>();
        lines.forEach(line -> ids.put(line.id(), line.transactionId()));
        Map<String, TakenBack> sums = new HashMap<>();
        em.createQuery(
                        "select l.reversesId, l.quantity, l.amount from ChargeLineRow l where l.reversesId in :ids",
                        Object[].class)
                .setParameter("ids", ids.keySet())
                .getResultStream()
                .forEach(row -> sums.merge(
                        ids.get((Long) row[0]),
                        new TakenBack(((BigDecimal) row[1]).negate(), ((Money) row[2]).negated()),
                        (a, b) -> new TakenBack(
                                a.quantity().add(b.quantity()), a.amount().plus(b.amount()))));
        return sums;
    }

    /** These lines, charges all. */
    public List<ChargeLineRow> byIds(VisitRow visit, Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from ChargeLineRow l where l.visitId = :visit and l.id in :ids",
                                ChargeLineRow.class)
                        .setParameter("visit", visit.id())
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /**
     * The charges of a visit on these days or of these items, with their reversals.
     *
     * @param selfPaid with all charges of class C
     */
    public List<ChargeLineRow> part(
            VisitRow visit, Collection<LocalDate> days, Collection<String> items, boolean selfPaid) {
        Map<Long, ChargeLineRow> part = new LinkedHashMap<>();
        for (LocalDate day : days) {
            withReversals(
                    visit,
                    "l.serviceTime >= :from and l.serviceTime < :to",
                    Map.of("from", day.atStartOfDay(), "to", day.plusDays(1).atStartOfDay()),
                    part);
        }
        if (!items.isEmpty()) {
            withReversals(visit, "l.item.code in :codes", Map.of("codes", items), part);
        }
        if (selfPaid) {
            withReversals(visit, "l.item.itemClass = :selfPaid", Map.of("selfPaid", ItemClass.C), part);
        }
        return List.copyOf(part.values());
    }

    /** The charges of a visit that name one of these orders, with their reversals. */
    public List<ChargeLineRow> ofOrders(VisitRow visit, Collection<String> orderNumbers) {
        Map<Long, ChargeLineRow> part = new LinkedHashMap<>();
        if (!orderNumbers.isEmpty()) {
            withReversals(visit, "l.orderNumber in :orders", Map.of("orders", orderNumbers), part);
        }
        return List.copyOf(part.values());
    }

    /** In one query; by JPQL, for the provider reads rows of its own making in half the time of foreign ones. */
    private void withReversals(
            VisitRow visit, String which, Map<String, Object> values, Map<Long, ChargeLineRow> part) {
        TypedQuery<Object[]> query = em.createQuery(
                        "select l, r from ChargeLineRow l left join ChargeLineRow r on r.reversesId = l.id"
                                + " where l.visitId = :visit and l.reversesId is null and " + which,
                        Object[].class)
                .setParameter("visit", visit.id());
        values.forEach(query::setParameter);
        for (Object[] row : query.getResultList()) {
            for (Object line : row) {
                if (line != null) {
                    part.put(((ChargeLineRow) line).id(), (ChargeLineRow) line);
                }
            }
        }
    }

    /** All lines of a visit by time of service. */
    public List<ChargeLineRow> all(VisitRow visit) {
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit order by l.serviceTime, l.id",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /** What the benefit rules need of a visit's lines, in no order, without making a row of each. */
    public List<BenefitLine> benefitLines(VisitRow visit) {
        List<?> rows = em.createNativeQuery(
                        "select amount, item_class,"
                                + " case when ? then coalesce(resident_pre_self_pay_rate, pre_self_pay_rate)"
                                + " else pre_self_pay_rate end, quantity, unit_limit, waived from charge_line where visit_id = ?")
                .setParameter(
                        1,
                        visit.insurance().filter(InsuranceType.RESIDENT::equals).isPresent())
                .setParameter(2, visit.id())
                .getResultList();
        return rows.stream().map(row -> benefitLine((Object[]) row)).toList();
    }

    private static BenefitLine benefitLine(Object[] row) {
        return new BenefitLine(
                new Money((BigDecimal) row[0]),
                ItemClass.valueOf((String) row[1]),
                Optional.ofNullable((BigDecimal) row[2]).map(Rate::new),
                (BigDecimal) row[3],
                Optional.ofNullable((BigDecimal) row[4]),
                (Boolean) row[5]);
    }

    /**
     * Adds lines, a charge before its reversal, to the ledger and to the running sums of their visit. Those of the
     * departments are moved by {@link #moveMonths}.
     */
    public void post(VisitRow visit, List<ChargeLineRow> lines) {
        // the provider inserts the new rows of one kind in no order of its own: what is taken back must be there first
        Set<ChargeLineRow> charges = Collections.newSetFromMap(new IdentityHashMap<>());
        lines.stream().filter(line -> !line.isReversal()).forEach(charges::add);
        lines.stream().filter(charges::contains).forEach(em::persist);
        if (lines.stream().anyMatch(line -> line.takesBackOneOf(charges))) {
            em.flush();
        }
        for (ChargeLineRow line : lines) {
            if (line.isReversal()) {
                line.link();
                em.persist(line);
            }
            visit.post(line);
        }
    }

    /**
     * Adds lines to the running sums of the ordering departments. Their rows are locked from here until the transaction
     * ends, for all of a department's patients: the last to be done.
     */
    public void moveMonths(List<ChargeLineRow> lines) {
        Map<DepartmentAndMonth, DepartmentSums> moved = new HashMap<>();
        for (ChargeLineRow line : lines) {
            moved.computeIfAbsent(
                            new DepartmentAndMonth(line.orderingDepartment(), YearMonth.from(line.serviceTime())),
                            key -> new DepartmentSums())
                    .add(line);
        }
        // in one order for everybody, so that two messages never wait for each other's rows
        moved.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> move(entry.getKey(), entry.getValue()));
        drugs.move(lines);
    }

    private void move(DepartmentAndMonth key, DepartmentSums sums) {
        em.createNativeQuery("insert into department_month as d"
                        + " (department, month, charges, self_paid, drugs, consumables, line_count) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (department, month) do update set charges = d.charges + excluded.charges,"
                        + " self_paid = d.self_paid + excluded.self_paid, drugs = d.drugs + excluded.drugs,"
                        + " consumables = d.consumables + excluded.consumables,"
                        + " line_count = d.line_count + excluded.line_count")
                .setParameter(1, key.department())
                .setParameter(2, key.month().atDay(1))
                .setParameter(3, sums.charges.yuan())
                .setParameter(4, sums.selfPaid.yuan())
                .setParameter(5, sums.drugs.yuan())
                .setParameter(6, sums.consumables.yuan())
                .setParameter(7, sums.lines)
                // it needs nothing that is still to be written: all of that goes in one batch at the commit
                .setFlushMode(FlushModeType.COMMIT)
                .executeUpdate();
    }

    /** The sums of every department that ordered charges in a month. */
    public List<DepartmentMonthRow> month(YearMonth month) {
        LocalDate first = month.atDay(1);
        return em.createQuery("select d from DepartmentMonthRow d where d.month = :month", DepartmentMonthRow.class)
                .setParameter("month", first)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
    }

    /** The sums of one department, nothing where it ordered no charges in that month. */
    public Optional<DepartmentMonthRow> month(String department, YearMonth month) {
        return em.createQuery(
                        "select d from DepartmentMonthRow d where d.department = :department and d.month = :month",
                        DepartmentMonthRow.class)
                .setParameter("department", department)
                .setParameter("month", month.atDay(1))
                .setHint("eclipselink.refresh", "true")
                .getResultStream()
                .findFirst();
    }

    private record DepartmentAndMonth(String department, YearMonth month) implements Comparable<DepartmentAndMonth> {
        @Override
        public int compareTo(DepartmentAndMonth other) {
            int byDepartment = department.compareTo(other.department);
            return byDepartment != 0 ? byDepartment : month.compareTo(other.month);
        }
    }

    private static final class DepartmentSums {
        private Money charges = Money.ZERO;
        private Money selfPaid = Money.ZERO;
        private Money drugs = Money.ZERO;
        private Money consumables = Money.ZERO;
        private int lines;

        void add(ChargeLineRow line) {
            ChargeType type = line.item().chargeType();
            lines++;
            charges = charges.plus(line.amount());
            if (line.isSelfPaid()) {
                selfPaid = selfPaid.plus(line.amount());
            }
            if (type == ChargeType.DRUG || type == ChargeType.HERB) {
                drugs = drugs.plus(line.amount());
            }
            if (type == ChargeType.CONSUMABLE) {
                consumables = consumables.plus(line.amount());
            }
        }
    }
}
