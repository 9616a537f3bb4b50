package org.yibaoban.office.stay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.benefit.BenefitEngine;
import org.yibaoban.benefit.BenefitFault;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.Plans;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.VisitTerms;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.Ledger;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.VisitRow;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** Puts a stay's membership, plan and ledger lines together and lets the benefit rules settle them. */
@ApplicationScoped
public class Stays {

    /** Stands where a plan's id stands when no plan applies. */
    public static final String SELF_PAYING = "self-paying";

    @Inject
    private Ledger ledger;

    @Inject
    private Plans plans;

    @Inject
    private YearAccounts years;

    @Inject
    private DiseaseVisits diseases;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /**
     * What each layer would pay, by the plan in force on the discharge date; today while the stay is open.
     *
     * @throws OfficeRefused when membership is not verified, no plan is in force, or the plan has no terms for the visit
     */
    public Settlement estimate(VisitRow visit, List<ChargeLineRow> lines) {
        return settle(visit, benefitLines(visit, lines));
    }

    /**
     * The same of a part of a stay, by the plan in force on the part's last day.
     *
     * @throws OfficeRefused as above, and when more is credited than charged: that belongs to the part before
     */
    public Settlement estimate(VisitRow visit, List<ChargeLineRow> lines, Optional<StayPart> part) {
        if (part.isEmpty()) {
            return estimate(visit, lines);
        }
        LocalDate day = part.get().through();
        return settle(visit, benefitLines(visit, lines), year(visit, day), day);
    }

    /** The next part of a stay that goes on. @throws OfficeRefused for any other visit, and for a day out of place */
    public StayPart nextPart(VisitRow visit, LocalDate through) {
        String subject = "visit " + visit.number();
        if (visit.fixedPrice().isPresent()) {
            throw new OfficeRefused(ReasonCode.FIXED_PRICE_WHOLE, subject, "");
        }
        if (!goesOn(visit)) {
            throw new OfficeRefused(ReasonCode.PART_NOT_A_STAY, subject, "");
        }
        LocalDate from = unsettledFrom(visit);
        if (!canEndPart(visit, through)) {
            throw new OfficeRefused(ReasonCode.PART_DAY, subject, from + " <= " + through);
        }
        return new StayPart(visit.parts().count() + 1, from, through, true);
    }

    /** Whether this day can end the next part of the visit: a stay that goes on, after its settled days and before today. */
    public boolean canEndPart(VisitRow visit, LocalDate through) {
        return goesOn(visit) && !through.isBefore(unsettledFrom(visit)) && through.isBefore(LocalDate.now(clock));
    }

    private static boolean goesOn(VisitRow visit) {
        return visit.type() == VisitType.INPATIENT && visit.status() == VisitStatus.ADMITTED;
    }

    private static LocalDate unsettledFrom(VisitRow visit) {
        return visit.parts().begin(visit.admittedAt().toLocalDate());
    }

    /**
     * What is left of a stay of which parts are settled, now that it is over; empty for any other visit.
     *
     * @throws OfficeRefused when it ended before days that are settled
     */
    public Optional<StayPart> lastPart(VisitRow visit) {
        if (visit.parts().count() == 0) {
            return Optional.empty();
        }
        LocalDate end = visit.dischargedAt().orElseThrow().toLocalDate();
        visit.parts().through().filter(end::isBefore).ifPresent(settled -> {
            throw new OfficeRefused(ReasonCode.PART_BEYOND, "visit " + visit.number(), end + " < " + settled);
        });
        LocalDate from = visit.parts().begin(end);
        return Optional.of(new StayPart(visit.parts().count() + 1, from.isAfter(end) ? end : from, end, false));
    }

    /**
     * The same of any lines, such as the stay's own with those of an order that is not signed yet.
     *
     * @throws OfficeRefused when membership is not verified, no plan is in force, or the plan has no terms for the visit
     */
    public Settlement settle(VisitRow visit, List<BenefitLine> lines) {
        return settle(visit, lines, year(visit));
    }

    /** The same with the year's standing that was read before, for who settles a stay more than once. */
    public Settlement settle(VisitRow visit, List<BenefitLine> lines, YearToDate year) {
        return settle(visit, lines, year, settlementDay(visit));
    }

    private Settlement settle(VisitRow visit, List<BenefitLine> lines, YearToDate year, LocalDate day) {
        if (visit.membershipState() == MembershipState.REFUSED) {
            return selfPaying(visit, lines);
        }
        Membership membership = visit.membership()
                .orElseThrow(() ->
                        new OfficeRefused(ReasonCode.NO_MEMBERSHIP, "visit " + visit.number(), visit.membershipNote()));
        Plan plan = plans.inForce(membership.planId(), day)
                .orElseThrow(() -> new OfficeRefused(
                        ReasonCode.NO_PLAN, "visit " + visit.number(), "plan " + membership.planId() + " on " + day));
        try {
            return BenefitEngine.settle(plan, membership.member(), year, terms(visit, plan), lines);
        } catch (BenefitFault fault) {
            boolean credits = fault.key().equals("lines") && visit.parts().isDivided();
            throw new OfficeRefused(
                    credits ? ReasonCode.PART_NEGATIVE : ReasonCode.NO_PLAN,
                    "visit " + visit.number(),
                    fault.getMessage());
        }
    }

    /** The payer does not know the person: no plan applies, the parts are shown all the same and the patient bears all. */
    private Settlement selfPaying(VisitRow visit, List<BenefitLine> lines) {
        Member stranger = new Member(MemberCategory.RESIDENT, false, Money.ZERO, Standing.NOT_INSURED);
        Plan anyPlan = hospital.plansByInsurance().values().stream()
                .sorted()
                .flatMap(id -> plans.inForce(id, settlementDay(visit)).stream())
                .findFirst()
                .orElseThrow(() -> new OfficeRefused(ReasonCode.NO_PLAN, "visit " + visit.number(), ""));
        Settlement settled = BenefitEngine.settle(anyPlan, stranger, YearToDate.NONE, terms(visit, anyPlan), lines);
        return new Settlement(
                SELF_PAYING, settled.standing(), settled.amounts(), settled.burdenCounted(), settled.explanation());
    }

    /** What the visit's person had used of the year before this visit, as it is or was settled with. */
    public YearToDate year(VisitRow visit) {
        return year(visit, settlementDay(visit));
    }

    /** The same of the year that a day lies in. */
    public YearToDate year(VisitRow visit, LocalDate day) {
        return visit.membership()
                .map(membership -> years.before(visit, membership, day))
                .orElse(YearToDate.NONE);
    }

    /** What the benefit rules need to know of a visit here that is settled by a plan. */
    public VisitTerms terms(VisitRow visit, Plan plan) {
        return new VisitTerms(
                visit.type(),
                Optional.of(hospital.level()),
                Optional.of(VisitTerms.Facility.HOSPITAL),
                false,
                visit.fixedPrice().map(FixedPrice::price),
                diseases.terms(visit, plan, settlementDay(visit)),
                visit.parts().deductible());
    }

    /** The registered disease by whose terms a visit is settled; empty where it is settled like any other. */
    public Optional<RegisteredDisease> disease(VisitRow visit) {
        return plan(visit).flatMap(plan -> diseases.terms(visit, plan, settlementDay(visit)));
    }

    /** Why the visit is settled in the way it is. */
    public List<Remark> remarks(VisitRow visit) {
        List<Remark> remarks = new ArrayList<>(Remarks.of(visit));
        plan(visit)
                .flatMap(plan -> diseases.remark(visit, plan, settlementDay(visit)))
                .ifPresent(remarks::add);
        visit.fixedPrice().map(Remarks::ofFixedPrice).ifPresent(remarks::add);
        return remarks;
    }

    private Optional<Plan> plan(VisitRow visit) {
        return visit.membership().flatMap(membership -> plans.inForce(membership.planId(), settlementDay(visit)));
    }

    /** The day whose plan settles the visit. */
    public LocalDate settlementDay(VisitRow visit) {
        return visit.parts()
                .underWay()
                .or(() -> visit.dischargedAt().map(at -> at.toLocalDate()))
                .orElseGet(() -> LocalDate.now(clock));
    }

    public List<ChargeLineRow> lines(VisitRow visit) {
        return ledger.all(visit);
    }

    /** The lines that the visit's claim settles, or the next one would; all but of a stay that is settled in parts. */
    public List<ChargeLineRow> portion(VisitRow visit, Optional<LocalDate> through) {
        return ledger.portion(visit, through);
    }

    /** The figures alone of a visit's lines, in no order: a fraction of the work of {@link #lines}. */
    public List<BenefitLine> benefitLines(VisitRow visit) {
        return ledger.benefitLines(visit);
    }

    /** The same of lines that are at hand. */
    public static List<BenefitLine> benefitLines(VisitRow visit, List<ChargeLineRow> lines) {
        return lines.stream().map(line -> benefitLine(visit, line)).toList();
    }

    public static BenefitLine benefitLine(VisitRow visit, ChargeLineRow line) {
        return line.item().benefitLine(line.quantity(), line.amount(), visit.insurance());
    }
}
