package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.YearChange;
import org.yibaoban.membership.YearToDate;

/**
 * What persons have used in a year: a running sum for each person, insurance and year, and an append-only entry for
 * whatever moved it, both in the caller's transaction.
 */
@ApplicationScoped
public class PersonYears {

    @PersistenceContext(unitName = "office")
    private EntityManager em;

    /** Empty when nothing is known of that year. */
    public Optional<PersonYearRow> find(Membership membership, int year) {
        return em.createQuery(
                        "select p from PersonYearRow p where p.memberNumber = :member"
                                + " and p.insuranceType = :insurance and p.year = :year",
                        PersonYearRow.class)
                .setParameter("member", membership.memberNumber())
                .setParameter("insurance", membership.insuranceType())
                .setParameter("year", year)
                .getResultStream()
                .findFirst();
    }

    /** A settled claim adds what it used; a change of nothing leaves no entry. */
    public void settled(Membership membership, int year, ClaimRow claim, YearChange used, Instant at) {
        if (!used.equals(YearChange.NONE)) {
            PersonYearRow row = lock(membership, year);
            move(row, new YearEntryRow(row, YearEntryRow.Kind.SETTLED, claim.visitId(), claim.id(), used, at), used);
        }
    }

    /** A settled claim is taken back: exactly what it added leaves again. Nothing where it had added nothing. */
    public void reversed(ClaimRow claim, Instant at) {
        Optional<YearEntryRow> settled = em.createQuery(
                        "select e from YearEntryRow e where e.claimId = :claim and e.kind = :kind", YearEntryRow.class)
                .setParameter("claim", claim.id())
                .setParameter("kind", YearEntryRow.Kind.SETTLED)
                .getResultStream()
                .findFirst();
        settled.ifPresent(entry -> {
            PersonYearRow row = em.find(PersonYearRow.class, entry.personYearId());
            em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
            YearChange back = entry.change().negated();
            move(row, new YearEntryRow(row, YearEntryRow.Kind.REVERSED, claim.visitId(), claim.id(), back, at), back);
        });
    }

    /** A standing settlement whose year held another visit's settlement that was taken back since. */
    public record SettledOnReversed(String visit, String reversedVisit, Instant reversedAt) {}

    /** Where a visit's own settlement is one of these; the newest reversal first. */
    public List<SettledOnReversed> settledOnReversed(VisitRow visit) {
        return settledOnReversed(" and c.visit_id = ?", visit.id(), 1);
    }

    /** All of them, the newest reversal first. */
    public List<SettledOnReversed> settledOnReversed(int limit) {
        return settledOnReversed(" and c.visit_id <> ?", -1L, limit);
    }

    private List<SettledOnReversed> settledOnReversed(String condition, Long visitId, int limit) {
        List<?> rows = em.createNativeQuery("select v.number, b.number, r.at from year_entry r"
                        + " join year_entry s on s.claim_id = r.claim_id and s.kind = 'SETTLED'"
                        + " join year_entry l on l.person_year_id = r.person_year_id and l.kind = 'SETTLED'"
                        + " and l.visit_id <> r.visit_id"
                        + " join claim c on c.id = l.claim_id and c.created_at >= s.at and c.created_at <= r.at"
                        + " and c.state not in ('REFUSED', 'WITHDRAWN', 'REVERSED')"
                        + " join visit v on v.id = l.visit_id join visit b on b.id = r.visit_id"
                        + " where r.kind = 'REVERSED'" + condition + " order by r.at desc, v.number")
                .setParameter(1, visitId)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new SettledOnReversed((String) row[0], (String) row[1], instant(row[2])))
                .toList();
    }

    private static Instant instant(Object column) {
        return column instanceof OffsetDateTime time ? time.toInstant() : ((java.util.Date) column).toInstant();
    }

    /** The payer's word is the truth: what was here is corrected to it, with an entry where the two differ. */
    public void reported(Membership membership, int year, VisitRow visit, Instant at) {
        PersonYearRow row = lock(membership, year);
        YearToDate report = membership.yearToDate();
        YearChange correction = YearChange.of(report).plus(row.sum().negated());
        if (!correction.equals(YearChange.NONE)) {
            move(row, new YearEntryRow(row, YearEntryRow.Kind.REPORTED, visit.id(), null, correction, at), correction);
        }
        row.reported(at);
    }

    private void move(PersonYearRow row, YearEntryRow entry, YearChange change) {
        row.move(change);
        em.persist(entry);
    }

    /** The row of a person's year, made where it is new, locked until this transaction ends. */
    private PersonYearRow lock(Membership membership, int year) {
        em.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))")
                .setParameter(1, membership.memberNumber() + ' ' + membership.insuranceType() + ' ' + year)
                .getSingleResult();
        PersonYearRow row = find(membership, year).orElseGet(() -> {
            PersonYearRow fresh = new PersonYearRow(membership.memberNumber(), membership.insuranceType(), year);
            em.persist(fresh);
            em.flush();
            return fresh;
        });
        em.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return row;
    }
}
