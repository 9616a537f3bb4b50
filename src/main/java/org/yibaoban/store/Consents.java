package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitNumber;

/** Consents with their steps and documents, and what is due. */
@ApplicationScoped
public class Consents {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** What is due of an item; nothing where the quantity is zero. */
    public record Owed(BigDecimal quantity, Money amount, boolean stops) {}

    /** Stored at once: its events and documents name its id, and rows of different kinds are written in no set order. */
    public ConsentRow add(ConsentRow consent) {
        em.persist(consent);
        em.flush();
        return consent;
    }

    public void note(ConsentEventRow event) {
        em.persist(event);
    }

    public ConsentDocumentRow keep(ConsentDocumentRow document) {
        em.persist(document);
        return document;
    }

    /** Whose visit a form belongs to. */
    public Optional<VisitNumber> visitOf(String number) {
        return em.createQuery(
                        "select v.number from ConsentRow c, VisitRow v where c.form.number = :number and v.id = c.visitId",
                        String.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .map(VisitNumber::new);
    }

    public Optional<ConsentRow> find(String number) {
        return em.createQuery("select c from ConsentRow c where c.form.number = :number", ConsentRow.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** All of a visit, oldest first. */
    public List<ConsentRow> of(VisitRow visit) {
        return em.createQuery("select c from ConsentRow c where c.visitId = :visit order by c.id", ConsentRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /** Those of a visit for these items. */
    public List<ConsentRow> of(VisitRow visit, Collection<String> itemCodes) {
        return em.createQuery(
                        "select c from ConsentRow c where c.visitId = :visit and c.form.itemCode in :codes",
                        ConsentRow.class)
                .setParameter("visit", visit.id())
                .setParameter("codes", itemCodes)
                .getResultList();
    }

    /** How many forms a visit has had. */
    public long count(VisitRow visit) {
        return em.createQuery("select count(c) from ConsentRow c where c.visitId = :visit", Long.class)
                .setParameter("visit", visit.id())
                .getSingleResult();
    }

    public List<ConsentEventRow> events(ConsentRow consent) {
        return em.createQuery(
                        "select e from ConsentEventRow e where e.consentId = :consent order by e.id",
                        ConsentEventRow.class)
                .setParameter("consent", consent.id())
                .getResultList();
    }

    public Optional<ConsentDocumentRow> document(ConsentRow consent, ConsentDocumentRow.Kind kind) {
        return em.createQuery(
                        "select d from ConsentDocumentRow d where d.consentId = :consent and d.kind = :kind",
                        ConsentDocumentRow.class)
                .setParameter("consent", consent.id())
                .setParameter("kind", kind)
                .getResultStream()
                .findFirst();
    }

    /** All lines of a visit for these items, reversals too. */
    public List<ChargeLineRow> lines(VisitRow visit, Collection<String> itemCodes) {
        return em.createQuery(
                        "select l from ChargeLineRow l where l.visitId = :visit and l.item.code in :codes",
                        ChargeLineRow.class)
                .setParameter("visit", visit.id())
                .setParameter("codes", itemCodes)
                .getResultList();
    }

    /** The items charged to a visit whose first share goes by the insurance. */
    public Set<String> itemsByInsurance(VisitRow visit) {
        return Set.copyOf(em.createQuery(
                        "select distinct l.item.code from ChargeLineRow l where l.visitId = :visit"
                                + " and l.item.residentRate is not null",
                        String.class)
                .setParameter("visit", visit.id())
                .getResultList());
    }

    /** The items that consent is due for in these visits, by the visit's row id. */
    public Map<Long, Set<String>> due(Collection<VisitRow> visits) {
        return visits.isEmpty()
                ? Map.of()
                : em.createQuery("select d from ConsentDueRow d where d.visitId in :visits", ConsentDueRow.class)
                        .setParameter(
                                "visits", visits.stream().map(VisitRow::id).toList())
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                ConsentDueRow::visitId,
                                Collectors.mapping(ConsentDueRow::itemCode, Collectors.toSet())));
    }

    /**
     * Writes what is due of these items now and moves the visit's sums by the difference.
     *
     * @return the items that became due, or are no longer
     */
    public Set<String> owe(VisitRow visit, Map<String, Owed> owedByItem) {
        Map<String, ConsentDueRow> known = new HashMap<>();
        em.createQuery(
                        "select d from ConsentDueRow d where d.visitId = :visit and d.itemCode in :codes",
                        ConsentDueRow.class)
                .setParameter("visit", visit.id())
                .setParameter("codes", owedByItem.keySet())
                .getResultStream()
                .forEach(row -> known.put(row.itemCode(), row));
        Set<String> turned = new HashSet<>();
        owedByItem.forEach((code, owed) -> {
            ConsentDueRow row = known.get(code);
            if (owed.quantity().signum() > 0 != (row != null)) {
                turned.add(code);
            }
            if (row != null) {
                visit.open().consentOwed(row.amount().negated(), -1, row.stops() ? -1 : 0);
            }
            if (owed.quantity().signum() > 0) {
                visit.open().consentOwed(owed.amount(), 1, owed.stops() ? 1 : 0);
                write(visit, code, owed, row);
            } else if (row != null) {
                em.remove(row);
            }
        });
        return turned;
    }

    private void write(VisitRow visit, String code, Owed owed, ConsentDueRow known) {
        ConsentDueRow row = known == null ? new ConsentDueRow(visit.id(), code) : known;
        row.owe(owed.quantity(), owed.amount(), owed.stops());
        if (known == null) {
            em.persist(row);
        }
    }

    /** Stays in hospital or waiting for their settlement with consent due, the dearest first. */
    public List<VisitRow> missing(int limit) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.open.consentItems > 0 and (v.claimState is null or v.claimState in :again or v.parts.underWay is not null)"
                                + " and v.status <> org.yibaoban.visit.VisitStatus.CANCELLED"
                                + " order by v.open.consentDue desc, v.number",
                        VisitRow.class)
                .setParameter("again", ClaimState.ENDED)
                .setMaxResults(limit)
                .getResultList();
    }

    /** How many stays {@link #missing(int)} would list without a limit, and what is due of them together, in yuan. */
    public record Missing(int stays, Money amount) {}

    public Missing missing() {
        return new Sql(em)
                .one(
                        "select count(*), coalesce(sum(consent_due), 0) from visit where consent_items > 0"
                                + " and (claim_state is null or claim_state = any(?) or part_through is not null)"
                                + " and status <> 'CANCELLED'",
                        row -> new Missing(row.getInt(1), new Money(row.getBigDecimal(2))),
                        ClaimState.ENDED.stream().map(Enum::name).toList());
    }
}
