package org.yibaoban.office.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.money.Money;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.payer.ClaimDesk;
import org.yibaoban.office.payment.StayPayments;
import org.yibaoban.office.stay.MembershipQuestions;
import org.yibaoban.office.stay.Remark;
import org.yibaoban.office.stay.Remarks;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ChargeLines;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.PersonYears;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitLists;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/** What a billing clerk does: find a stay, look at its bill and estimate, submit its claim. */
@ApplicationScoped
public class BillingDesk {

    @Inject
    private Visits visits;

    @Inject
    private VisitLists lists;

    @Inject
    private Claims claims;

    @Inject
    private RawMessages messages;

    @Inject
    private PersonYears years;

    @Inject
    private Stays stays;

    @Inject
    private ChargeLines lines;

    @Inject
    private StayPayments payments;

    @Inject
    private MembershipQuestions memberships;

    @Inject
    private ClaimDesk claimDesk;

    /** By visit, patient, member or identity number, or name; for a blank text what waits to be settled, newest first. */
    @Transactional
    public List<VisitSummary> find(String text, int limit) {
        return lists.search(text == null ? "" : text.trim(), limit).stream()
                .map(BillingDesk::summary)
                .toList();
    }

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public StayBill bill(VisitNumber number) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        Optional<Settlement> estimate = Optional.empty();
        Optional<String> fault = Optional.empty();
        try {
            estimate = Optional.of(stays.settle(visit, stays.benefitLines(visit)));
        } catch (OfficeRefused refused) {
            fault = Optional.of(refused.getMessage());
        }
        return new StayBill(
                summary(visit),
                visit.patient().details(),
                visit.diagnoses(),
                visit.membership(),
                stays.year(visit),
                visit.membershipNote(),
                lines.byDay(visit),
                lines.byKind(visit),
                visit.charges(),
                estimate,
                fault,
                payments.of(visit, estimate.map(BillingDesk::fund)),
                remarks(visit),
                flags(visit),
                claims.latest(visit).map(BillingDesk::claimView));
    }

    private List<Remark> remarks(VisitRow visit) {
        return Stream.concat(stays.remarks(visit).stream(), Remarks.ofParts(visit).stream())
                .toList();
    }

    private static Money fund(Settlement estimate) {
        return estimate.amount(SettlementField.TOTAL).minus(estimate.amount(SettlementField.PERSONAL));
    }

    private Set<StayFlag> flags(VisitRow visit) {
        Set<StayFlag> flags = StayFlags.of(visit, messages);
        if (!years.settledOnReversed(visit).isEmpty()) {
            flags.add(StayFlag.SETTLED_ON_REVERSED);
        }
        return flags;
    }

    /** @throws OfficeRefused when there is no such visit */
    @Transactional
    public VisitState state(VisitNumber number) {
        VisitRow visit = visits.find(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        return new VisitState(
                number.value(),
                visit.status(),
                visit.charges(),
                visit.lineCount(),
                visit.membershipState().name(),
                visit.membershipNote(),
                remarks(visit),
                flags(visit),
                claims.latest(visit).map(BillingDesk::claimView));
    }

    /**
     * Makes the visit's claim and puts it into the outbox.
     *
     * @throws OfficeRefused when it cannot be claimed, with the reason
     */
    public void submitClaim(VisitNumber number, String user) {
        claimDesk.submit(number, user);
    }

    /**
     * The same of a stay that goes on, for its charges up to the end of a day (中途结算).
     *
     * @throws OfficeRefused when it cannot be claimed, with the reason
     */
    public void submitPart(VisitNumber number, LocalDate through, String user) {
        claimDesk.submitThrough(number, through, user);
    }

    /**
     * The bill of what a stay that is settled in parts has not settled yet, or of one of its settled parts: with the charges
     * of that alone. Of any other visit it is the whole bill.
     *
     * @param part from 1; empty for what is not settled
     * @throws OfficeRefused when there is no such visit, or no such part
     */
    @Transactional
    public StayBill sheet(VisitNumber number, Optional<Integer> part) {
        StayBill whole = bill(number);
        VisitRow visit = visits.find(number).orElseThrow();
        if (part.isEmpty()) {
            return visit.parts().isDivided()
                    ? whole.ofPart(
                            whole.claim().filter(ClaimView::holdsVisit), lines.byKindOfPortion(visit), whole.remarks())
                    : whole;
        }
        ClaimRow claim = claims.all(visit).stream()
                .filter(one -> one.state().holdsVisit())
                .filter(one ->
                        one.part().filter(found -> found.number() == part.get()).isPresent())
                .findFirst()
                .orElseThrow(() ->
                        new OfficeRefused(ReasonCode.BAD_REQUEST, "visit " + number, "no settled part " + part.get()));
        return whole.ofPart(Optional.of(claimView(claim)), lines.byKind(visit, claim), stays.remarks(visit));
    }

    /**
     * Has the payer asked once more how the patient is insured; the answer comes by itself.
     *
     * @throws OfficeRefused when there is no such visit, it is claimed already, or the identity number is wrong
     */
    @Transactional
    public void verifyAgain(VisitNumber number) {
        VisitRow visit = visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        if (visit.isUnderClaim()) {
            throw new OfficeRefused(ReasonCode.CLAIM_OPEN, "visit " + number, "");
        }
        if (visit.identityFault()) {
            throw new OfficeRefused(ReasonCode.IDENTITY_WRONG, "visit " + number, "");
        }
        memberships.ask(visit);
    }

    /** Stays that are not settled and whose person or membership is not in order, the newest first. */
    @Transactional
    public List<UnverifiedStay> unverified(int limit) {
        return lists.unverified(limit).stream()
                .map(visit -> new UnverifiedStay(summary(visit), StayFlags.of(visit), visit.membershipNote()))
                .toList();
    }

    /** A visit as the lists of the desks show it. */
    public static VisitSummary summary(VisitRow visit) {
        return new VisitSummary(
                visit.number().value(),
                visit.type(),
                visit.status(),
                visit.patient().number(),
                visit.patient().details().name(),
                visit.location().department(),
                visit.admittedAt(),
                visit.dischargedAt(),
                visit.charges(),
                visit.claimState().map(ClaimState::name).orElse("NONE"));
    }

    private static ClaimView claimView(ClaimRow claim) {
        return new ClaimView(
                claim.identifier(),
                claim.state(),
                claim.createdAt(),
                claim.createdBy(),
                claim.settledAt(),
                claim.payerReference(),
                claim.answer(),
                claim.differences(),
                claim.note(),
                claim.part());
    }
}
