package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.quota.indicator.LargeEquipment;

/** The append-only charge ledger. */
@ApplicationScoped
public class Ledger {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private LargeEquipment largeEquipment;

    @Inject
    private IndicatorMoves moves;

    /** What reversals took back of a line so far, both positive. */
    public record TakenBack(BigDecimal quantity, Money amount) {
        public static final TakenBack NOTHING = new TakenBack(BigDecimal.ZERO, Money.ZERO);
    }

    /**
     * The lines of visits with these transaction ids, and those that took their place, oldest first.
     *
     * @param transactionIds of each visit
     * @return by the visit's row id; a visit without any is absent
     */
    public Map<Long, List<ChargeLineRow>> lines(Map<VisitRow, Set<String>> transactionIds) {
        Set<String> all = transactionIds.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return Map.of();
        }
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId in :visits"
                                + " and (l.transactionId in :ids or l.revises in :ids) order by l.postedAt, l.id",
                        ChargeLineRow.class)
                .setParameter(
                        "visits",
                        transactionIds.keySet().stream().map(VisitRow::id).toList())
                .setParameter("ids", all)
                .getResultStream()
                .collect(Collectors.groupingBy(ChargeLineRow::visitId));
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

    /** All lines of a visit by time of service. */
    public List<ChargeLineRow> all(VisitRow visit) {
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit order by l.serviceTime, l.id",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /**
     * The lines that are settled next, or that the part under way settles, by time of service; all where nothing of the
     * visit is settled in parts.
     *
     * @param through the last day of service; empty for no end
     */
    public List<ChargeLineRow> portion(VisitRow visit, Optional<LocalDate> through) {
        List<ChargeLineRow> all = all(visit);
        if (!visit.parts().isDivided() && through.isEmpty()) {
            return all;
        }
        Set<Long> wanted = new HashSet<>(new Sql(em)
                .list(
                        "select id from charge_line where visit_id = ?" + portion(visit),
                        row -> row.getLong(1),
                        visit.id()));
        return all.stream()
                .filter(line -> wanted.contains(line.id()))
                .filter(line ->
                        through.isEmpty() || !line.serviceTime().toLocalDate().isAfter(through.get()))
                .toList();
    }

    /** Which lines of a visit count for {@link #portion}, as a condition; none of an undivided visit costs nothing. */
    static String portion(VisitRow visit) {
        if (!visit.parts().isDivided()) {
            return "";
        }
        return visit.isUnderClaim()
                ? " and exists (select 1 from claim_part_line p join claim c on c.id = p.claim_id"
                        + " where p.line_id = charge_line.id and not (c.mid_stay and c.state = 'SETTLED'))"
                : " and not exists (select 1 from claim_part_line p where p.line_id = charge_line.id)";
    }

    /** What the benefit rules need of a visit's {@link #portion}, in no order, without making a row of each. */
    public List<BenefitLine> benefitLines(VisitRow visit) {
        List<?> rows = em.createNativeQuery("select amount, item_class,"
                        + " case when ? then coalesce(resident_pre_self_pay_rate, pre_self_pay_rate)"
                        + " else pre_self_pay_rate end, quantity, unit_limit, waived from charge_line where visit_id = ?"
                        + portion(visit))
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
     * Adds lines, of each visit a charge before its reversal, to the ledger, to the running sums of their visit and to what
     * the indicators have still to count.
     */
    public void post(Map<VisitRow, List<ChargeLineRow>> linesByVisit) {
        List<ChargeLineRow> lines =
                linesByVisit.values().stream().flatMap(List::stream).toList();
        // the provider inserts the new rows of one kind in no order of its own: what is taken back must be there first
        Set<ChargeLineRow> charges = Collections.newSetFromMap(new IdentityHashMap<>());
        lines.stream().filter(line -> !line.isReversal()).forEach(charges::add);
        lines.forEach(line -> line.mark(largeEquipment));
        charges.forEach(em::persist);
        if (lines.stream().anyMatch(line -> line.takesBackOneOf(charges))) {
            em.flush();
        }
        lines.stream().filter(ChargeLineRow::isReversal).forEach(line -> {
            line.link();
            em.persist(line);
        });
        linesByVisit.forEach((visit, ofVisit) -> ofVisit.forEach(visit::post));
        moves.add(lines.stream()
                .collect(Collectors.groupingBy(
                        ChargeLineRow::visitId, Collectors.mapping(ChargeLineRow::cell, Collectors.toList()))));
    }
}
