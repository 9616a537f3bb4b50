package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
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
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.office.stay.Stays;
import org.yibaoban.settlement.ClaimState;
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

/** Makes a claim: once for a visit, with its identifier and bytes stored before anything is sent. */
@ApplicationScoped
public class ClaimDesk {

    @Inject
    private Visits visits;

    @Inject
    private Claims claims;

    @Inject
    private RawMessages messages;

    @Inject
    private Stays stays;

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
        // in a transaction of its own and before the visit is locked here: what it finds stays, also when this refuses
        audit.beforeClaim(number);
        memberships.beforeClaim(number);
        VisitRow visit = visits.lock(number)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.VISIT_UNKNOWN, "visit " + number, ""));
        refuseNotReady(visit);
        List<ChargeLineRow> lines = stays.lines(visit);
        visit.endsWithClaim(lines.stream().map(ChargeLineRow::serviceTime).max(Comparator.naturalOrder()));
        Settlement estimate = stays.estimate(visit, lines);
        String identifier = UUID.randomUUID().toString();
        if (visit.membershipState() == MembershipState.REFUSED) {
            settleWithoutPayer(visit, identifier, estimate, user);
        } else {
            queue(visit, identifier, lines, estimate, user);
        }
    }

    private void queue(VisitRow visit, String identifier, List<ChargeLineRow> lines, Settlement estimate, String user) {
        Optional<RegisteredDisease> disease = stays.disease(visit);
        PreparedClaim prepared = payer.prepare(submission(identifier, visit, disease, lines, estimate));
        ClaimRow claim = new ClaimRow(
                visit.id(), identifier, prepared.content(), stays.year(visit), estimate, clock.instant(), user);
        disease.ifPresent(
                terms -> claim.forDisease(terms, stays.settlementDay(visit).getYear()));
        claims.add(claim);
        claims.say(new OutboxRow(OutboxRow.Kind.CLAIM, visit.id(), claim.id(), clock.instant()));
        visit.claimState(claim.state());
    }

    /** A person whom the payer does not know pays all: there is nothing to claim, but the settlement stands on file. */
    private void settleWithoutPayer(VisitRow visit, String identifier, Settlement estimate, String user) {
        ClaimRow claim =
                new ClaimRow(visit.id(), identifier, new byte[0], YearToDate.NONE, estimate, clock.instant(), user);
        claim.settledWithoutPayer(visit.membershipNote(), clock.instant());
        claims.add(claim);
        visit.claimState(claim.state());
        his.claimMoved(visit, claim);
    }

    private void refuseNotReady(VisitRow visit) {
        String subject = "visit " + visit.number();
        if (visit.status() == VisitStatus.CANCELLED) {
            throw new OfficeRefused(ReasonCode.VISIT_CANCELLED, subject, "");
        }
        if (visit.claimState().filter(ClaimState::holdsVisit).isPresent()) {
            throw new OfficeRefused(
                    ReasonCode.CLAIM_OPEN, subject, visit.claimState().get().english());
        }
        if (!visit.type().isClaimable(visit.status())) {
            throw new OfficeRefused(ReasonCode.VISIT_NOT_DISCHARGED, subject, "");
        }
        String blockers = StayFlags.of(visit, messages).stream()
                .filter(StayFlag::blocksClaim)
                .map(flag -> flag.chinese() + " " + flag.english())
                .collect(Collectors.joining("; "));
        if (!blockers.isEmpty()) {
            throw new OfficeRefused(ReasonCode.CLAIM_BLOCKED, subject, blockers);
        }
    }

    private ClaimSubmission submission(
            String identifier,
            VisitRow visit,
            Optional<RegisteredDisease> disease,
            List<ChargeLineRow> lines,
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
                visit.dischargedAt().orElseThrow(),
                visit.diagnoses(),
                claimLines(visit, lines),
                estimate);
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
