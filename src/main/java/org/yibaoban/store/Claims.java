package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.PayerTaskQueued;

/** Claims, the outbox to the payer, and what was exchanged with it. */
@ApplicationScoped
public class Claims {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Inject
    private Event<PayerTaskQueued> queued;

    public ClaimRow add(ClaimRow claim) {
        em.persist(claim);
        em.flush();
        return claim;
    }

    public ClaimRow get(long id) {
        return em.find(ClaimRow.class, id);
    }

    /** The visit's claim that is under way or settles it; where none does, its newest. */
    public Optional<ClaimRow> latest(VisitRow visit) {
        List<ClaimRow> all = all(visit);
        return all.stream()
                .filter(claim -> claim.state().holdsVisit() && !claim.isSettledPart())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** The newest of the visit's claims that stand: what is taken back first. Where none stands, its newest. */
    public Optional<ClaimRow> lastStanding(VisitRow visit) {
        List<ClaimRow> all = all(visit);
        return all.stream()
                .filter(claim -> claim.state().holdsVisit())
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** Writes down the lines of a part that was added: the database refuses one that stands in another part. */
    public void addPartLines(ClaimRow claim, Collection<ChargeLineRow> lines) {
        new Sql(em).batch("insert into claim_part_line (line_id, claim_id) values (?, ?)", batch -> {
            for (ChargeLineRow line : lines) {
                batch.row(line.id(), claim.id());
            }
        });
    }

    /** All claims that a visit ever had, the newest first: by time, for ids are handed out to instances in blocks. */
    public List<ClaimRow> all(VisitRow visit) {
        return em.createQuery(
                        "select c from ClaimRow c where c.visitId = :visit order by c.createdAt desc, c.id desc",
                        ClaimRow.class)
                .setParameter("visit", visit.id())
                .getResultList();
    }

    /** Which of these ledger lines a settled part of their stay holds. */
    public Set<Long> inSettledParts(Collection<Long> lines) {
        return lines.isEmpty()
                ? Set.of()
                : Set.copyOf(new Sql(em)
                        .list(
                                "select p.line_id from claim_part_line p join claim c on c.id = p.claim_id"
                                        + " where c.state = 'SETTLED' and p.line_id = any(?)",
                                row -> row.getLong(1),
                                lines));
    }

    /** What the payer settled a visit at, all parts, without the claims' bytes; empty when it has no settled claim. */
    public Map<SettlementField, Money> settledAmounts(VisitRow visit) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        List<?> rows = em.createNativeQuery("select a.field, a.amount from claim c"
                        + " join claim_answer a on a.claim_id = c.id where c.visit_id = ? and c.state = 'SETTLED'")
                .setParameter(1, visit.id())
                .getResultList();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            amounts.merge(
                    SettlementField.valueOf((String) columns[0]), new Money((BigDecimal) columns[1]), Money::plus);
        }
        return amounts;
    }

    /** The year that the visit's standing claim was settled with, without the claim's bytes; empty when none stands. */
    public Optional<YearToDate> yearOfClaim(VisitRow visit) {
        return em.createQuery(
                        "select c.year from ClaimRow c where c.visitId = :visit and c.state not in :ended"
                                + " and not (c.midStay = true and c.state = :settled)",
                        YearColumns.class)
                .setParameter("visit", visit.id())
                .setParameter("ended", ClaimState.ENDED)
                .setParameter("settled", ClaimState.SETTLED)
                .getResultStream()
                .findFirst()
                .map(columns -> columns.change().standing());
    }

    /** Whoever talks to the payer hears of it when this transaction is committed. */
    public void say(OutboxRow task) {
        em.persist(task);
        queued.fire(new PayerTaskQueued(task.visitId()));
    }

    /** Whether something of this kind is still to be said for a visit. */
    public boolean isDue(VisitRow visit, OutboxRow.Kind kind) {
        return !em.createQuery("select o.id from OutboxRow o where o.visitId = :visit and o.kind = :kind", Long.class)
                .setParameter("visit", visit.id())
                .setParameter("kind", kind)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Takes one due task that nobody else holds, leased until the given time. */
    public Optional<OutboxRow> take(Instant now, Instant leaseUntil) {
        Collection<?> ids = em.createNativeQuery("select id from outbox where next_attempt_at <= ?"
                        + " order by next_attempt_at, id limit 1 for update skip locked")
                .setParameter(1, java.sql.Timestamp.from(now))
                .getResultList();
        return ids.stream().findFirst().map(id -> {
            OutboxRow task = em.find(OutboxRow.class, ((Number) id).longValue());
            task.lease(leaseUntil);
            return task;
        });
    }

    public Optional<OutboxRow> task(long id) {
        return Optional.ofNullable(em.find(OutboxRow.class, id));
    }

    public void done(OutboxRow task) {
        em.remove(task);
    }

    public void withdrawUnsent(ClaimRow claim, String why) {
        claim.withdraw(why);
        em.createQuery("delete from OutboxRow o where o.claimId = :claim")
                .setParameter("claim", claim.id())
                .executeUpdate();
    }

    public void keep(ExchangeRow exchange) {
        em.persist(exchange);
    }

    /** Whether a claim of this state still waits for the payer. */
    public static boolean isOpen(ClaimState state) {
        return state == ClaimState.QUEUED || state == ClaimState.UNKNOWN || state == ClaimState.PENDED;
    }
}
