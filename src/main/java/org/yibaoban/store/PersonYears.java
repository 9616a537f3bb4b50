package org.yibaoban.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
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
