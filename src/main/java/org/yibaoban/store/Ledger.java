package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
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
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.quota.indicator.ChargeCell;
import org.yibaoban.quota.indicator.LargeEquipment;

/** The append-only charge ledger. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private LargeEquipment largeEquipment;

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
     * Adds lines, a charge before its reversal, to the ledger, to the running sums of their visit and to what the
     * indicators have still to count.
     */
    public void post(VisitRow visit, List<ChargeLineRow> lines) {
        Map<ChargeCell, ChargeCell> moved = new LinkedHashMap<>();
        // the provider inserts the new rows of one kind in no order of its own: what is taken back must be there first
        Set<ChargeLineRow> charges = Collections.newSetFromMap(new IdentityHashMap<>());
        lines.stream().filter(line -> !line.isReversal()).forEach(charges::add);
        lines.forEach(line -> line.mark(largeEquipment));
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
            ChargeCell cell = line.cell();
            moved.merge(cell.kind(), cell, ChargeCell::plus);
        }
        if (!moved.isEmpty()) {
            move(visit, moved.values());
        }
    }

    /** One statement that locks nothing; whoever folds these in comes later (docs/indicators.md). */
    private void move(VisitRow visit, Collection<ChargeCell> cells) {
        Query insert = em.createNativeQuery("insert into indicator_move"
                + " (visit_id, day, department, doctor, charge_type, item_class, large_equipment, amount, lines) values "
                + String.join(", ", Collections.nCopies(cells.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?)")));
        int at = 0;
        for (ChargeCell cell : cells) {
            List<Object> values = List.of(
                    visit.id(),
                    cell.day(),
                    cell.department(),
                    cell.doctor(),
                    cell.type().name(),
                    cell.itemClass().name(),
                    cell.largeEquipment(),
                    cell.amount().yuan(),
                    cell.lines());
            for (Object value : values) {
                at++;
                insert.setParameter(at, value);
            }
        }
        // it needs nothing that is still to be written: all of that goes in one batch at the commit
        insert.setFlushMode(FlushModeType.COMMIT).executeUpdate();
    }
}
