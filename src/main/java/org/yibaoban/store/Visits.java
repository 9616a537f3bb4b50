package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yibaoban.membership.Membership;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** Visits and their patients. */
@ApplicationScoped
public class Visits {

    private static final String SETTLED_IN =
            "v.claimState = :settled and v.dischargedAt >= :from and v.dischargedAt < :end";

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** The visit, its row locked until this transaction ends: commands on one visit come one after the other. */
    public Optional<VisitRow> lock(VisitNumber number) {
        return em.createQuery("select v from VisitRow v where v.number = :number", VisitRow.class)
                .setParameter("number", number.value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    public VisitRow lock(long id) {
        return em.find(VisitRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    public Optional<VisitRow> find(VisitNumber number) {
        return em.createQuery("select v from VisitRow v join fetch v.patient where v.number = :number", VisitRow.class)
                .setParameter("number", number.value())
                .getResultStream()
                .findFirst();
    }

    /** The patient of this number, made where it is new, described as given. */
    public PatientRow patient(PatientDetails details) {
        // two admissions of one new patient at the same moment must not make two rows
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .setParameter(1, details.number().value())
                .getSingleResult();
        Optional<PatientRow> known = em.createQuery(
                        "select p from PatientRow p where p.number = :number", PatientRow.class)
                .setParameter("number", details.number().value())
                .getResultStream()
                .findFirst();
        known.ifPresent(patient -> patient.describe(details));
        return known.orElseGet(() -> {
            PatientRow patient = new PatientRow(details);
            em.persist(patient);
            return patient;
        });
    }

    /** Two first admissions of one visit number at the same moment must not race. */
    public void lockNumber(VisitNumber number) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .setParameter(1, number.value())
                .getSingleResult();
    }

    public VisitRow add(VisitRow visit) {
        em.persist(visit);
        return visit;
    }

    /** Notes a stay in the history; the visit lies where the latest one says. */
    public void moved(VisitRow visit, Location location, String doctor, LocalDateTime from) {
        em.persist(new LocationRow(visit, location, doctor, from));
        em.flush();
        LocationRow latest = em.createQuery(
                        "select l from LocationRow l where l.visit = :visit order by l.from desc, l.id desc",
                        LocationRow.class)
                .setParameter("visit", visit)
                .setMaxResults(1)
                .getSingleResult();
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

    /** Open inpatient stays, of one department or of all, by ward and bed. */
    public List<VisitRow> open(Optional<String> department) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.status = :status and (:all = true or v.department = :department)"
                                + " order by v.ward, v.bed, v.number",
                        VisitRow.class)
                .setParameter("status", VisitStatus.ADMITTED)
                .setParameter("all", department.isEmpty())
                .setParameter("department", department.orElse(""))
                .getResultList();
    }

    /** Number of open stays by department. */
    public Map<String, Integer> openByDepartment() {
        return em.createQuery(
                        "select v.department, count(v) from VisitRow v where v.status = :status group by v.department",
                        Object[].class)
                .setParameter("status", VisitStatus.ADMITTED)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
    }

    /**
     * Visits with a settled claim that were discharged in a period, a page at a time, by row id.
     *
     * @param after the last id of the page before, 0 for the first page
     */
    public List<VisitRow> settled(LocalDate from, LocalDate to, long after, int limit) {
        return em.createQuery(
                        "select v from VisitRow v left join fetch v.membership where " + SETTLED_IN
                                + " and v.id > :after order by v.id",
                        VisitRow.class)
                .setParameter("settled", ClaimState.SETTLED)
                .setParameter("from", from.atStartOfDay())
                .setParameter("end", to.plusDays(1).atStartOfDay())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    public long countSettled(LocalDate from, LocalDate to) {
        return em.createQuery("select count(v) from VisitRow v where " + SETTLED_IN, Long.class)
                .setParameter("settled", ClaimState.SETTLED)
                .setParameter("from", from.atStartOfDay())
                .setParameter("end", to.plusDays(1).atStartOfDay())
                .getSingleResult();
    }

    /** By visit number, patient number or name; for a blank text the discharged without a settled claim, newest first. */
    public List<VisitRow> search(String text, int limit) {
        String where = text.isBlank()
                ? "v.status = org.yibaoban.visit.VisitStatus.DISCHARGED"
                        + " and (v.claimState is null or v.claimState <> org.yibaoban.settlement.ClaimState.SETTLED)"
                        + " and :text = :text order by v.dischargedAt desc"
                : "v.number = :text or v.patient.number = :text or v.patient.name like concat(:text, '%')"
                        + " order by v.admittedAt desc";
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership where " + where,
                        VisitRow.class)
                .setParameter("text", text)
                .setMaxResults(limit)
                .getResultList();
    }
}
