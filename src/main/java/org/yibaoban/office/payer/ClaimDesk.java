package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.audit.StayAudit;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.office.stay.FixedPrices;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.ItemSnapshot;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;

/** Makes a claim: once for a visit, or for a part of a stay that goes on, with its identifier and bytes stored before anything is sent. */
@ApplicationScoped
public class ClaimDesk {

    /** The end of a day as the payer's times have it, to the second. */
    private static final LocalTime LAST_MOMENT = LocalTime.of(23, 59, 59);

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private RawMessages messages;

    @Inject
    private Stays stays;

    @Inject
    private FixedPrices fixedPrices;

    @Inject
    private StayAudit audit;

    @Inject
    private FreshMembership memberships;

    @Inject
    private PayerGateway payer;

    @Inject
    private Hospital hospital;

    @Inject
    private HisNews his;

    @Inject
    private Clock clock;

    /**
     * Estimates the stay, makes its claim and puts it into the outbox, all in one transaction.
     *
     * @param user who asked for it
     * @throws OfficeRefused when the visit is unknown, a stay that is not over, blocked, or has a claim already
     */
    @Transactional
    public void submit(VisitNumber number, String user) {
        VisitRow visit = asked(number, Optional.empty());
        refuseUnfit(visit);
        if (!visit.type().isClaimable(visit.status())) {
            throw new OfficeRefused(ReasonCode.VISIT_NOT_DISCHARGED, subject(visit), "");
        }
        refuseBlocked(visit);
        List<ChargeLineRow> lines = stays.portion(visit, Optional.empty());
        Optional<StayPart> part = stays.lastPart(visit);
        if (part.isPresent() && lines.isEmpty()) {
            // the parts settled it all
            visit.claimState(ClaimState.SETTLED);
            return;
        }
        visit.endsWithClaim(lines.stream().map(ChargeLineRow::serviceTime).max(Comparator.naturalOrder()));
        settle(visit, new Portion(part, lines), user);
    }

    /**
     * The same of a stay that goes on, for its charges up to the end of a day that no part holds yet (ADR 25).
     *
     * @param through the last day of service, in the hospital's local time
     * @throws OfficeRefused when the visit is unknown, no open stay, blocked, has a claim under way, or for a wrong day
     */
    @Transactional
    public void submitThrough(VisitNumber number, LocalDate through, String user) {
        VisitRow visit = asked(number, Optional.of(through));
        refuseUnfit(visit);
        StayPart part = stays.nextPart(visit, through);
        refuseBlocked(visit);
        List<ChargeLineRow> lines = stays.portion(visit, Optional.of(through));
        if (lines.isEmpty()) {
            throw new OfficeRefused(ReasonCode.PART_EMPTY, subject(visit), through.toString());
        }
        settle(visit, new Portion(Optional.of(part), lines), user);
    }

    private VisitRow asked(VisitNumber number, Optional<LocalDate> through) {
        // in a transaction of its own and before the visit is locked here: what it finds stays, also when this refuses
        audit.beforeClaim(number);
        memberships.beforeClaim(number, through);
        return visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
    }

    /** What one claim settles. */
    private record Portion(Optional<StayPart> part, List<ChargeLineRow> lines) {}

    private void settle(VisitRow visit, Portion portion, String user) {
        Settlement estimate = stays.estimate(visit, portion.lines(), portion.part());
        String identifier = UUID.randomUUID().toString();
        if (visit.membershipState() == MembershipState.REFUSED) {
            settleWithoutPayer(visit, identifier, portion, estimate, user);
        } else {
            queue(visit, identifier, portion, estimate, user);
        }
    }

    private void queue(VisitRow visit, String identifier, Portion portion, Settlement estimate, String user) {
        Optional<RegisteredDisease> disease = stays.disease(visit);
        LocalDate day = portion.part().map(StayPart::through).orElseGet(() -> stays.settlementDay(visit));
        PreparedClaim prepared = payer.prepare(submission(identifier, visit, disease, portion, estimate));
        ClaimRow claim = new ClaimRow(
                visit.id(), identifier, prepared.content(), stays.year(visit, day), estimate, clock.instant(), user);
        visit.insurance().ifPresent(claim::under);
        disease.ifPresent(terms -> claim.forDisease(terms, day.getYear()));
        add(claim, portion);
        claims.say(new OutboxRow(OutboxRow.Kind.CLAIM, visit.id(), claim.id(), clock.instant()));
        visit.claimMoved(claim);
    }

    private void add(ClaimRow claim, Portion portion) {
        portion.part().ifPresent(claim::forPart);
        claims.add(claim);
        if (portion.part().isPresent()) {
            claims.addPartLines(claim, portion.lines());
        }
    }

    /** A person whom the payer does not know pays all: there is nothing to claim, but the settlement stands on file. */
    private void settleWithoutPayer(
            VisitRow visit, String identifier, Portion portion, Settlement estimate, String user) {
        ClaimRow claim =
                new ClaimRow(visit.id(), identifier, new byte[0], YearToDate.NONE, estimate, clock.instant(), user);
        claim.settledWithoutPayer(visit.membershipNote(), clock.instant());
        add(claim, portion);
        visit.claimMoved(claim);
        his.claimMoved(visit, claim);
    }

    private static String subject(VisitRow visit) {
        return "visit " + visit.number();
    }

    private static void refuseUnfit(VisitRow visit) {
        String subject = subject(visit);
        if (visit.status() == VisitStatus.CANCELLED) {
            throw new OfficeRefused(ReasonCode.VISIT_CANCELLED, subject, "");
        }
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent()) {
            throw new OfficeRefused(
                    ReasonCode.CLAIM_OPEN, subject, visit.claimState().get().english());
        }
    }

    private void refuseBlocked(VisitRow visit) {
        if (!fixedPrices.fits(visit, stays.settlementDay(visit))) {
            throw new OfficeRefused(ReasonCode.FIXED_PRICE_STALE, subject(visit), "");
        }
        String blockers = StayFlags.of(visit, messages).stream()
                .filter(StayFlag::blocksClaim)
                .map(flag -> flag.chinese() + " " + flag.english())
                .collect(Collectors.joining("; "));
        if (!blockers.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CLAIM_BLOCKED, subject(visit), blockers);
        }
    }

    private ClaimSubmission submission(
            String identifier,
            VisitRow visit,
            Optional<RegisteredDisease> disease,
            Portion portion,
            Settlement estimate) {
        Membership membership = visit.membership().orElseThrow();
        return new ClaimSubmission(
                identifier,
                LocalDateTime.now(clock),
                visit.number(),
                visit.type(),
                disease.map(RegisteredDisease::code),
                hospital.level(),
                visit.patient().details(),
                membership,
                visit.admittedAt(),
                portion.part()
                        .filter(StayPart::midStay)
                        .map(part -> part.through().atTime(LAST_MOMENT))
                        .or(visit::dischargedAt)
                        .orElseThrow(),
                visit.diagnoses(),
                claimLines(visit, portion.lines()),
                estimate,
                portion.part(),
                visit.fixedPrice().map(FixedPrice::price));
    }

    private static List<ClaimSubmission.Line> claimLines(VisitRow visit, List<ChargeLineRow> rows) {
        Map<Long, Integer> sequences = new HashMap<>();
        for (ChargeLineRow row : rows) {
            sequences.put(row.id(), sequences.size() + 1);
        }
        List<ClaimSubmission.Line> lines = new ArrayList<>();
        for (ChargeLineRow row : rows) {
            ItemSnapshot item = row.item();
            lines.add(new ClaimSubmission.Line(
                    sequences.get(row.id()),
                    row.transactionId(),
                    item.nationalCode(),
                    item.code(),
                    item.name(),
                    item.chargeType(),
                    item.itemClass(),
                    item.firstShare(visit.insurance()),
                    item.unitLimit(),
                    item.waived(),
                    row.quantity(),
                    row.unitPrice(),
                    row.amount(),
                    row.serviceTime(),
                    row.reversesId().flatMap(id -> Optional.ofNullable(sequences.get(id)))));
        }
        return lines;
    }
}
