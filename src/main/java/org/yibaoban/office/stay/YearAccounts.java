package org.yibaoban.office.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.FundPool;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.DiseaseStanding;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.PersonYearRow;
import org.yibaoban.store.PersonYears;
import org.yibaoban.store.RegisteredDiseases;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitType;

/**
 * What a person has used earlier in the plan year, which is the calendar year of the day that settles a visit. Visits
 * settled here move it at once; the payer, who also knows of other hospitals, corrects it whenever it reports. All
 * methods run in the caller's transaction.
 */
@ApplicationScoped
public class YearAccounts {

    @Inject
    private PersonYears years;

    @Inject
    private RegisteredDiseases diseases;

    @Inject
    private Claims claims;

    @Inject
    private Clock clock;

    /**
     * The year that a visit is settled with: frozen with its claim while one stands, else as it stands now.
     *
     * @param day the day whose plan settles the visit
     */
    public YearToDate before(VisitRow visit, Membership membership, LocalDate day) {
        if (visit.isUnderClaim()) {
            return claims.yearOfClaim(visit).orElse(YearToDate.NONE);
        }
        return visit.parts()
                .year(years.find(membership, day.getYear())
                        .map(PersonYearRow::standing)
                        .orElse(YearToDate.NONE));
    }

    /** The payer reported the year that a day lies in, and what the person is registered for. */
    public void reported(
            VisitRow visit, Membership membership, LocalDate serviceDate, List<DiseaseStanding> registered) {
        years.reported(membership, serviceDate.getYear(), visit, clock.instant());
        diseases.reported(membership, serviceDate.getYear(), registered);
    }

    /** A visit's claim is taken back: exactly what it added leaves the year again, in whichever year that was. */
    public void reversed(VisitRow visit, ClaimRow claim) {
        years.reversed(claim, clock.instant());
        insured(visit)
                .ifPresent(
                        membership -> moveDisease(membership, claim, fund(claim).negated()));
    }

    private static Money fund(ClaimRow claim) {
        return claim.answer().getOrDefault(SettlementField.BASIC_FUND, Money.ZERO);
    }

    private static Optional<Membership> insured(VisitRow visit) {
        return visit.membership().filter(membership -> membership.member().standing() == Standing.ACTIVE);
    }

    private void moveDisease(Membership membership, ClaimRow claim, Money fund) {
        claim.disease()
                .ifPresent(
                        terms -> diseases.move(membership, claim.diseaseYear().orElseThrow(), terms.code(), fund));
    }

    private static FundPool pool(VisitRow visit, ClaimRow claim) {
        if (visit.type() == VisitType.INPATIENT) {
            boolean later = claim.part().filter(part -> part.number() > 1).isPresent();
            return later ? FundPool.LATER_PART : FundPool.STAY;
        }
        return claim.disease().isPresent() ? FundPool.DISEASE : FundPool.OUTPATIENT;
    }

    /**
     * A visit's claim is settled at the payer's amounts.
     *
     * @param ended the day that settles the visit; of a part, its own last day does
     */
    public void settled(VisitRow visit, ClaimRow claim, LocalDate ended) {
        LocalDate day = claim.part().map(StayPart::through).orElse(ended);
        Optional<Membership> insured = insured(visit);
        if (insured.isEmpty()) {
            return;
        }
        boolean reportedMeanwhile = years.find(insured.get(), day.getYear())
                .flatMap(PersonYearRow::reportedAt)
                .filter(at -> claim.sentAt().filter(at::isAfter).isPresent())
                .isPresent();
        years.settled(
                insured.get(),
                day.getYear(),
                claim,
                Settlement.used(claim.answer(), claim.burdenCounted(), pool(visit, claim)),
                clock.instant());
        moveDisease(insured.get(), claim, fund(claim));
        if (reportedMeanwhile) {
            // that report may hold this claim already, and then it counts twice until the payer reports again
            claims.say(new OutboxRow(OutboxRow.Kind.ELIGIBILITY, visit.id(), null, clock.instant()));
        }
    }
}
