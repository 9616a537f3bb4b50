package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.money.Money;
import org.yibaoban.selection.Selection;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitStatus;

/**
 * What readers from outside page through. The number of queries of a page does not depend on how many rows it holds;
 * pages are cut by row id, so that no page costs more than the first.
 */
@ApplicationScoped
public class Readings {

    private static final String VISIT = "select v from VisitRow v join fetch v.patient left join fetch v.membership";

    private static final Set<String> CLAIM_ANSWERS = Set.of("COMPLETE", "PARTIAL", "ERROR", "QUEUED");

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    public List<PatientRow> patients(Selection wanted) {
        return Where.behind("p.id", wanted)
                .is("p.number", "number", wanted.number())
                .in(
                        "p.identityNumber",
                        "identity",
                        wanted.identityNumber().map(IdentityKeys.inUse()::forms).orElse(Set.of()))
                .within("p.changedAt", "changed", wanted.changed())
                .query(em, "select p from PatientRow p", "p.id", PatientRow.class, wanted.limit())
                .getResultList();
    }

    /** With patient, membership and diagnoses. */
    public List<VisitRow> visits(Selection wanted) {
        return Where.behind("v.id", wanted)
                .is("v.number", "number", wanted.number())
                .is("v.patient.id", "patient", wanted.patient())
                .is("v.id", "visit", wanted.visit())
                .in("v.status", "states", states(wanted, VisitStatus.class))
                .stay(wanted.happened())
                .within("v.changedAt", "changed", wanted.changed())
                .query(em, VISIT, "v.id", VisitRow.class, wanted.limit())
                // of this page's visits only: the usual kind of batch asks for those of all that match
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "v.diagnoses")
                .getResultList();
    }

    /** Visits of which the payer ever said something. */
    public List<VisitRow> members(Selection wanted) {
        return Where.behind("v.id", wanted)
                .is("v.number", "number", wanted.number())
                .is("v.patient.id", "patient", wanted.patient())
                .in("v.membershipState", "states", states(wanted, MembershipState.class))
                .within("m.changedAt", "changed", wanted.changed())
                .query(
                        em,
                        "select v from VisitRow v join fetch v.patient join fetch v.membership m",
                        "v.id",
                        VisitRow.class,
                        wanted.limit())
                .getResultList();
    }

    /** Where the patients of these visits lay, oldest first. */
    public Map<Long, List<LocationRow>> locations(Collection<VisitRow> visits) {
        return visits.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select l from LocationRow l where l.visit in :visits order by l.from, l.id",
                                LocationRow.class)
                        .setParameter("visits", visits)
                        .getResultStream()
                        .collect(Collectors.groupingBy(row -> row.visitId()));
    }

    /** The leaves of these visits that were not taken back, oldest first. */
    public Map<Long, List<LeaveRow>> leaves(Collection<VisitRow> visits) {
        return visits.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select l from LeaveRow l where l.visitId in :visits and l.cancelled = false"
                                        + " order by l.from, l.id",
                                LeaveRow.class)
                        .setParameter(
                                "visits", visits.stream().map(VisitRow::id).toList())
                        .getResultStream()
                        .collect(Collectors.groupingBy(LeaveRow::visitId));
    }

    public List<ChargeLineRow> lines(Selection wanted) {
        return Where.behind("l.id", wanted)
                .is("l.transactionId", "number", wanted.number())
                .is("l.visitId", "visit", wanted.visit())
                .is("v.patient.id", "patient", wanted.patient())
                .is("l.item.code", "item", wanted.item())
                .within("l.serviceTime", "happened", wanted.happened())
                .within("l.postedAt", "changed", wanted.changed())
                .query(
                        em,
                        "select l from ChargeLineRow l join VisitRow v on v.id = l.visitId",
                        "l.id",
                        ChargeLineRow.class,
                        wanted.limit())
                .getResultList();
    }

    public List<ConsentRow> consents(Selection wanted) {
        return Where.behind("c.id", wanted)
                .is("c.form.number", "number", wanted.number())
                .is("c.visitId", "visit", wanted.visit())
                .is("v.patient.id", "patient", wanted.patient())
                .in("c.state", "states", states(wanted, ConsentState.class))
                .within("c.form.preparedAt", "happened", wanted.happened())
                .within("c.told", "changed", wanted.changed())
                .query(
                        em,
                        "select c from ConsentRow c join VisitRow v on v.id = c.visitId",
                        "c.id",
                        ConsentRow.class,
                        wanted.limit())
                .getResultList();
    }

    /** All lines of these visits by time of service. */
    public Map<Long, List<ChargeLineRow>> allLines(Collection<Long> visits) {
        return visits.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select l from ChargeLineRow l where l.visitId in :visits order by l.serviceTime, l.id",
                                ChargeLineRow.class)
                        .setParameter("visits", visits)
                        .getResultStream()
                        .collect(Collectors.groupingBy(ChargeLineRow::visitId));
    }

    /** These visits by id, with patient and membership. */
    public Map<Long, VisitRow> visits(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery(VISIT + " where v.id in :ids", VisitRow.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(VisitRow::id, visit -> visit));
    }

    /** Numbers of those of these visits for which a message waits. */
    public Set<String> waiting(Collection<String> visitNumbers) {
        return visitNumbers.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select distinct m.visitNumber from RawMessageRow m"
                                        + " where m.verdict = :waiting and m.visitNumber in :numbers",
                                String.class)
                        .setParameter("waiting", RawMessageRow.Verdict.WAITING)
                        .setParameter("numbers", visitNumbers)
                        .getResultList());
    }

    /** A claim without its bytes. */
    public List<ClaimHead> claims(Selection wanted) {
        return Where.behind("c.id", wanted)
                .is("c.identifier", "number", wanted.number())
                .is("c.id", "claim", wanted.claim())
                .is("c.visitId", "visit", wanted.visit())
                .is("v.patient.id", "patient", wanted.patient())
                .in("c.state", "states", states(wanted, ClaimState.class))
                .within("c.changedAt", "changed", wanted.changed())
                .query(
                        em,
                        "select new org.yibaoban.store.ClaimHead(c.id, c.visitId, v.patient.id, c.identifier, c.state,"
                                + " c.createdAt, c.payerReference, c.note, c.differences, c.changedAt,"
                                + " c.part, c.midStay, c.partFrom, c.through)"
                                + " from ClaimRow c join VisitRow v on v.id = c.visitId",
                        "c.id",
                        ClaimHead.class,
                        wanted.limit())
                .getResultList();
    }

    /** The bytes of claims as they were sent; a claim that was never sent is not among them. */
    public List<StoredBytes> sentClaims(Selection wanted) {
        return Where.behind("c.id", wanted)
                .given("c.sentAt is not null")
                .is("c.identifier", "number", wanted.number())
                .is("c.visitId", "visit", wanted.visit())
                .is("v.patient.id", "patient", wanted.patient())
                .within("c.changedAt", "changed", wanted.changed())
                .query(
                        em,
                        "select new org.yibaoban.store.StoredBytes(c.id, c.visitId, v.patient.id, c.id, c.content,"
                                + " c.changedAt) from ClaimRow c join VisitRow v on v.id = c.visitId",
                        "c.id",
                        StoredBytes.class,
                        wanted.limit())
                .getResultList();
    }

    /** The bytes of the payer's answers to claims as they were received; what could not be read is not among them. */
    public List<StoredBytes> claimAnswers(Selection wanted) {
        return Where.behind("e.id", wanted)
                .given("e.kind = org.yibaoban.store.OutboxRow.Kind.CLAIM and e.response is not null")
                .in("e.outcome", "states", wanted.states().isEmpty() ? CLAIM_ANSWERS : wanted.states())
                .is("e.claimId", "claim", wanted.claim())
                .is("e.visitId", "visit", wanted.visit())
                .is("v.patient.id", "patient", wanted.patient())
                .within("e.at", "changed", wanted.changed())
                .query(
                        em,
                        "select new org.yibaoban.store.StoredBytes(e.id, e.visitId, v.patient.id, e.claimId, e.response,"
                                + " e.at) from ExchangeRow e join VisitRow v on v.id = e.visitId",
                        "e.id",
                        StoredBytes.class,
                        wanted.limit())
                .getResultList();
    }

    /** What the payer answered for these claims, and what we had estimated. */
    public Map<Long, Map<SettlementField, Money>> answers(Collection<Long> claims) {
        return amounts("answer", claims);
    }

    public Map<Long, Map<SettlementField, Money>> estimates(Collection<Long> claims) {
        return amounts("estimate", claims);
    }

    private Map<Long, Map<SettlementField, Money>> amounts(String collection, Collection<Long> claims) {
        Map<Long, Map<SettlementField, Money>> found = new HashMap<>();
        if (!claims.isEmpty()) {
            em.createQuery(
                            "select c.id, key(a), value(a) from ClaimRow c join c." + collection
                                    + " a where c.id in :claims",
                            Object[].class)
                    .setParameter("claims", claims)
                    .getResultStream()
                    .forEach(row -> found.computeIfAbsent((Long) row[0], id -> new EnumMap<>(SettlementField.class))
                            .put((SettlementField) row[1], new Money((BigDecimal) row[2])));
        }
        return found;
    }

    /** Row ids of patients by their numbers, of visits by theirs, and of a visit's lines by their transaction ids. */
    public Map<String, Long> patientIds(Collection<String> numbers) {
        return ids("select p.number, p.id from PatientRow p where p.number in :names", numbers);
    }

    public Map<String, Long> visitIds(Collection<String> numbers) {
        return ids("select v.number, v.id from VisitRow v where v.number in :names", numbers);
    }

    public Map<String, Long> lineIds(String visitNumber, Collection<String> transactionIds) {
        return transactionIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select l.transactionId, l.id from ChargeLineRow l join VisitRow v on v.id = l.visitId"
                                        + " where v.number = :visit and l.transactionId in :names",
                                Object[].class)
                        .setParameter("visit", visitNumber)
                        .setParameter("names", transactionIds)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    /** Transaction ids of lines. */
    public Map<Long, String> transactionIds(Collection<Long> lines) {
        return lines.isEmpty()
                ? Map.of()
                : em.createQuery("select l.id, l.transactionId from ChargeLineRow l where l.id in :ids", Object[].class)
                        .setParameter("ids", lines)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
    }

    private Map<String, Long> ids(String query, Collection<String> names) {
        return names.isEmpty()
                ? Map.of()
                : em.createQuery(query, Object[].class)
                        .setParameter("names", names)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    }

    private static <E extends Enum<E>> Set<E> states(Selection wanted, Class<E> type) {
        Set<E> states = EnumSet.noneOf(type);
        wanted.states().forEach(name -> states.add(Enum.valueOf(type, name)));
        return states;
    }
}
