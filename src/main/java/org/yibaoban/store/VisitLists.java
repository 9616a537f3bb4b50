package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yibaoban.membership.Standing;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Visits as the desks and reports list them. */
@ApplicationScoped
public class VisitLists {

    private static final String SETTLED_IN =
            "v.claimState = :settled and v.dischargedAt >= :from and v.dischargedAt < :end";

    /** In the search, after the text and the beginning of a name. */
    private static final int FIRST_FORM = 3;

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Open inpatient stays, of one department or of all, by ward and bed. */
    public List<VisitRow> open(Optional<String> department) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.status = :status and v.type = :inpatient and (:all = true or v.department = :department)"
                                + " order by v.ward, v.bed, v.number",
                        VisitRow.class)
                .setParameter("status", VisitStatus.ADMITTED)
                .setParameter("inpatient", VisitType.INPATIENT)
                .setParameter("all", department.isEmpty())
                .setParameter("department", department.orElse(""))
                .getResultList();
    }

    /** Inpatient stays that were open on a day, of one department or of all by where they lie now, by ward and bed. */
    public List<VisitRow> presentOn(Optional<String> department, LocalDate day) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                + " where v.status <> :cancelled and v.type = :inpatient and v.admittedAt < :end"
                                + " and (v.dischargedAt is null or v.dischargedAt >= :begin)"
                                + " and (:all = true or v.department = :department) order by v.ward, v.bed, v.number",
                        VisitRow.class)
                .setParameter("cancelled", VisitStatus.CANCELLED)
                .setParameter("inpatient", VisitType.INPATIENT)
                .setParameter("begin", day.atStartOfDay())
                .setParameter("end", day.plusDays(1).atStartOfDay())
                .setParameter("all", department.isEmpty())
                .setParameter("department", department.orElse(""))
                .getResultList();
    }

    /**
     * Not settled yet, and the identity number is wrong, the payer has not answered, or the fund does not pay; the newest
     * first.
     */
    public List<VisitRow> unverified(int limit) {
        return em.createQuery(
                        "select v from VisitRow v join fetch v.patient left join fetch v.membership m"
                                + " where v.status <> :cancelled and (v.claimState is null or v.claimState <> :settled)"
                                + " and (v.identityFault = true or v.membershipState <> :verified or m.standing <> :active)"
                                + " order by v.admittedAt desc",
                        VisitRow.class)
                .setParameter("cancelled", VisitStatus.CANCELLED)
                .setParameter("settled", ClaimState.SETTLED)
                .setParameter("verified", MembershipState.VERIFIED)
                .setParameter("active", Standing.ACTIVE)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Number of open inpatient stays by department. */
    public Map<String, Integer> openByDepartment() {
        return em.createQuery(
                        "select v.department, count(v) from VisitRow v where v.status = :status and v.type = :inpatient"
                                + " group by v.department",
                        Object[].class)
                .setParameter("status", VisitStatus.ADMITTED)
                .setParameter("inpatient", VisitType.INPATIENT)
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

    /**
     * By visit, patient, member or identity number, or the beginning of a name; each is looked up by its index. For a blank
     * text what is over, or an outpatient visit with charges, and has no settled claim. The newest first.
     */
    public List<VisitRow> search(String text, int limit) {
        return text.isBlank() ? toBeSettled(limit) : inOrder(idsOf(text), "v.admittedAt", limit);
    }

    /** The words of the index visit_to_settle, so that a history of settled visits is not gone through. */
    private List<VisitRow> toBeSettled(int limit) {
        List<?> ids = em.createNativeQuery("select id from visit"
                        + " where (claim_state is null or claim_state <> 'SETTLED') and (status = 'DISCHARGED'"
                        + " or (status = 'ADMITTED' and type = 'OUTPATIENT' and line_count > 0))"
                        + " order by coalesce(discharged_at, admitted_at) desc")
                .setMaxResults(limit)
                .getResultList();
        return inOrder(longs(ids), "coalesce(v.dischargedAt, v.admittedAt)", limit);
    }

    private List<Long> idsOf(String text) {
        Collection<String> stored = IdentityKeys.inUse().forms(text.toUpperCase(Locale.ROOT));
        Query query = em.createNativeQuery("select id from visit where number = ?1"
                        + " union select visit_id from membership where member_number = ?1"
                        + " union select v.id from visit v join patient p on p.id = v.patient_id where p.number = ?1"
                        + " union select v.id from visit v join patient p on p.id = v.patient_id"
                        + " where p.name like ?2"
                        + " union select v.id from visit v join patient p on p.id = v.patient_id"
                        + " where p.identity_number in (" + places(FIRST_FORM, stored.size()) + ")")
                .setParameter(1, text)
                .setParameter(2, beginningWith(text));
        int place = FIRST_FORM;
        for (String form : stored) {
            query.setParameter(place++, form);
        }
        return longs((List<?>) query.getResultList());
    }

    private static List<Long> longs(List<?> ids) {
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private List<VisitRow> inOrder(List<Long> ids, String newestBy, int limit) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select v from VisitRow v join fetch v.patient left join fetch v.membership"
                                        + " where v.id in :ids order by " + newestBy + " desc",
                                VisitRow.class)
                        .setParameter("ids", ids)
                        .setMaxResults(limit)
                        .getResultList();
    }

    private static String beginningWith(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }

    private static String places(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
    }
}
