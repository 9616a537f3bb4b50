package org.yibaoban.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.membership.Membership;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** Visits. */
@ApplicationScoped
public class Visits {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /**
     * The visit, its row locked until this transaction ends: commands on one visit come one after the other. A number
     * that a visit had before means that visit. One that means none yet is locked in its place: what waits for the
     * visit is committed before its admission, which holds the number too, looks for what waits.
     */
    public Optional<VisitRow> lock(VisitNumber number) {
        return Optional.ofNullable(held().get(number)).or(() -> known(number)).or(() -> {
            lockNumber(number);
            return known(number);
        });
    }

    /**
     * Locks visits, in the order of their numbers, and reads them with what every charge asks of them: three queries for
     * as many as they are. In this transaction {@link #lock} has them then; those that are not here are left to it.
     */
    public void lockAll(Collection<VisitNumber> numbers) {
        List<Long> ids = new Sql(em)
                .list(
                        "select id from visit where number = any (?) order by number for update",
                        row -> row.getLong(1),
                        numbers.stream().map(VisitNumber::value).toList());
        if (!ids.isEmpty()) {
            asTheyAreNow(ids).forEach(visit -> held().put(visit.number(), visit));
            em.createQuery("select t from AuditTotalRow t where t.visitId in :ids", AuditTotalRow.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
    }

    /** What {@link #lockAll} locked in this transaction: nobody else changes it. */
    @SuppressWarnings("unchecked")
    private Map<VisitNumber, VisitRow> held() {
        Map<VisitNumber, VisitRow> held = (Map<VisitNumber, VisitRow>) transaction.getResource(Visits.class);
        if (held == null) {
            held = new HashMap<>();
            transaction.putResource(Visits.class, held);
        }
        return held;
    }

    private Optional<VisitRow> known(VisitNumber number) {
        return id("select id from visit where number = ? for update", number)
                .map(this::asItIsNow)
                .or(() -> id("select visit_id from visit_renumbering where prior_number = ?", number)
                        .map(this::lock));
    }

    private Optional<Long> id(String sql, VisitNumber number) {
        List<?> ids = em.createNativeQuery(sql).setParameter(1, number.value()).getResultList();
        return ids.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    /**
     * A visit, locked before, with all that a command on it looks at, in one query: a lock cannot be asked for in a query
     * that joins what may be absent.
     */
    private VisitRow asItIsNow(long id) {
        return asTheyAreNow(List.of(id)).get(0);
    }

    /** A visit comes once for each of its diagnoses. */
    private List<VisitRow> asTheyAreNow(List<Long> ids) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " left join fetch v.diagnoses where v.id in :ids",
                        VisitRow.class)
                .setParameter("ids", ids)
                .setHint("eclipselink.refresh", "true")
                .getResultList();
    }

    /** From now on another number means the visit; the one so far is never another visit's. */
    public void renumber(VisitRow visit, VisitNumber number, LocalDateTime told, long messageId) {
        VisitNumber prior = visit.number();
        held().clear();
        visit.number(number);
        em.flush();
        noteFormerNumber(visit, prior, told, messageId);
    }

    /** A number that means this visit though it never had it here. */
    public void noteFormerNumber(VisitRow visit, VisitNumber prior, LocalDateTime told, long messageId) {
        em.flush();
        em.createNativeQuery("insert into visit_renumbering (prior_number, visit_id, told_at, message_id)"
                        + " values (?, ?, ?, ?) on conflict (prior_number) do nothing")
                .setParameter(1, prior.value())
                .setParameter(2, visit.id())
                .setParameter(3, Timestamp.valueOf(told))
                .setParameter(4, messageId)
                .executeUpdate();
    }

    /** The visit's number, and those that meant it, mean another visit from now on; it keeps one that no HIS writes. */
    public void giveUpNumber(VisitRow visit, VisitRow survivor, LocalDateTime told, long messageId) {
        VisitNumber prior = visit.number();
        held().clear();
        visit.number(new VisitNumber("MERGED-" + visit.id()));
        em.flush();
        em.createNativeQuery("update visit_renumbering set visit_id = ? where visit_id = ?")
                .setParameter(1, survivor.id())
                .setParameter(2, visit.id())
                .executeUpdate();
        noteFormerNumber(survivor, prior, told, messageId);
    }

    /** All visits of a patient, locked, in one order for everybody. */
    public List<VisitRow> lockAll(PatientRow patient) {
        return em.createQuery("select v from VisitRow v where v.patient = :patient order by v.id", VisitRow.class)
                .setParameter("patient", patient)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    public VisitRow lock(long id) {
        return em.find(VisitRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<VisitRow> find(VisitNumber number) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.number = :number",
                        VisitRow.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** The open stays of a patient, at most two: whoever asks wants to know whether there is exactly one. */
    public List<VisitRow> openOf(PatientNumber patient) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.patient.number = :patient and v.status = :status",
                        VisitRow.class)
                .setParameter("patient", patient.value())
                .setParameter("status", VisitStatus.ADMITTED)
                .setMaxResults(2)
                .getResultList();
    }

    /** Two first admissions of one visit number at the same moment must not race. */
    public void lockNumber(VisitNumber number) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .setParameter(1, number.value())
                .getSingleResult();
    }

    /** In one order for everybody, so that two who need several never wait for each other. */
    public void lockNumbers(Collection<VisitNumber> numbers) {
        numbers.stream()
                .distinct()
                .sorted(Comparator.comparing(VisitNumber::value))
                .forEach(this::lockNumber);
    }

    public VisitRow add(VisitRow visit) {
        em.persist(visit);
        return visit;
    }

    /** Notes a stay in the history, once; the visit lies where the latest one says. */
    public void moved(VisitRow visit, Location location, String doctor, LocalDateTime from) {
        List<LocationRow> history = history(visit);
        boolean known = history.stream()
                .anyMatch(row -> row.from().equals(from)
                        && row.location().equals(location)
                        && row.doctor().equals(doctor));
        if (!known) {
            em.persist(new LocationRow(visit, location, doctor, from));
        }
        lieWhereTheHistorySays(visit);
    }

    /**
     * Takes the latest transfer back, which stays in the history as taken back.
     *
     * @param at the time of the message that says so: the same again takes back no further transfer
     * @return whether there was one to take back
     */
    public boolean cancelTransfer(VisitRow visit, LocalDateTime at) {
        List<LocationRow> history = history(visit);
        if (history.stream().anyMatch(row -> row.isCancelledBy(at))) {
            return true;
        }
        List<LocationRow> standing = history.stream()
                .filter(row -> !row.isCancelled() && !row.from().isAfter(at))
                .toList();
        if (standing.size() < 2) {
            return false;
        }
        standing.get(standing.size() - 1).cancel(at);
        lieWhereTheHistorySays(visit);
        return true;
    }

    /** Oldest first. */
    private List<LocationRow> history(VisitRow visit) {
        return em.createQuery(
                        "select l from LocationRow l where l.visit = :visit order by l.from, l.id", LocationRow.class)
                .setParameter("visit", visit)
                .getResultList();
    }

    private void lieWhereTheHistorySays(VisitRow visit) {
        em.flush();
        List<LocationRow> standing =
                history(visit).stream().filter(row -> !row.isCancelled()).toList();
        LocationRow latest = standing.get(standing.size() - 1);
        visit.lieIn(latest.location(), latest.doctor());
    }

    public void takeOver(VisitRow visit, Membership membership) {
        MembershipRow row = em.find(MembershipRow.class, visit.id());
        if (row == null) {
            row = new MembershipRow(visit.id(), membership);
            em.persist(row);
        } else {
            row.takeOver(membership);
        }
        visit.memberOf(row);
    }

    /** A patient's other visits that ended on a day or later, or last; with their diagnoses. */
    public List<VisitRow> others(VisitRow visit, LocalDate since) {
        return em.createQuery(
                        "select v from VisitRow v where v.patient = :patient"
                                + " and v.id <> :id and v.status in :real"
                                + " and (v.dischargedAt is null or v.dischargedAt >= :since)",
                        VisitRow.class)
                .setParameter("patient", visit.patient())
                .setParameter("id", visit.id())
                .setParameter("real", List.of(VisitStatus.ADMITTED, VisitStatus.DISCHARGED))
                .setParameter("since", since.atStartOfDay())
                .setHint("eclipselink.batch", "v.diagnoses")
                .getResultList();
    }
}
