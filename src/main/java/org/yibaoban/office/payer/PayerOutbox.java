package org.yibaoban.office.payer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.RetryPace;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.office.stay.YearAccounts;
import org.yibaoban.settlement.AnswerCheck;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.Claims;
import org.yibaoban.store.ExchangeRow;
import org.yibaoban.store.MembershipState;
import org.yibaoban.store.OutboxRow;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * The store's side of the outbox: each step is one short transaction, none is open while the payer is spoken to.
 * {@link PayerTalk} does the speaking.
 */
@ApplicationScoped
public class PayerOutbox {

    /** Longer than any time-out towards the payer: a task is taken up again only when its taker must be dead. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    @Inject
    private Claims claims;

    @Inject
    private Visits visits;

    @Inject
    private YearAccounts years;

    @Inject
    private HisNews his;

    @Inject
    private MembershipBook memberships;

    @Inject
    private ReversalBook reversals;

    @Inject
    private PayerLine line;

    @Inject
    private RetryPace pace;

    @Inject
    private Clock clock;

    /** What is to be said next. */
    public sealed interface Task {
        long id();

        record Eligibility(long id, EligibilityQuery query) implements Task {}

        /** @param sentBefore it may have reached the payer: ask its status first */
        record Claim(long id, PreparedClaim claim, boolean sentBefore) implements Task {}

        /** @param sentBefore it may have reached the payer: ask what became of it first */
        record Reversal(long id, PreparedReversal reversal, boolean sentBefore) implements Task {}

        /** Nothing is left to say; the task is closed. */
        record Void(long id) implements Task {}
    }

    /**
     * Takes one due task; none while the line is stopped. A claim is marked as sent before it leaves, so that a crash finds
     * it unknown, not unsent.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Task> take() {
        if (line.isStopped()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return claims.take(now, now.plus(LEASE)).map(this::task);
    }

    private Task task(OutboxRow row) {
        VisitRow visit = visits.lock(row.visitId());
        if (row.kind() == OutboxRow.Kind.ELIGIBILITY) {
            return new Task.Eligibility(row.id(), memberships.query(visit));
        }
        if (row.kind() == OutboxRow.Kind.REVERSAL) {
            return reversals.take(row).orElseGet(() -> nothingLeft(row));
        }
        ClaimRow claim = claims.get(row.claimId());
        if (!Claims.isOpen(claim.state())) {
            return nothingLeft(row);
        }
        boolean sentBefore = claim.state() != ClaimState.QUEUED;
        if (!sentBefore) {
            claim.sending(clock.instant());
            visit.claimMoved(claim);
        }
        return new Task.Claim(row.id(), new PreparedClaim(claim.identifier(), claim.content()), sentBefore);
    }

    private Task nothingLeft(OutboxRow row) {
        claims.done(row);
        return new Task.Void(row.id());
    }

    /**
     * The payer told of a membership.
     *
     * @param asked the day that it was asked about, whose year its accumulators are of
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void verified(long taskId, LocalDate asked, EligibilityAnswer answer) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        VisitRow visit = visits.lock(task.visitId());
        claims.keep(new ExchangeRow(task, "answered", answer.request(), answer.response(), clock.instant()));
        if (memberships.answered(visit, asked, answer)) {
            claims.done(task);
            his.visitMoved(visit);
        } else {
            task.retry(clock.instant(), "asked about " + asked);
        }
    }

    /** What to ask before a verified visit is claimed for, so that balance and year are the payer's of this moment. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<EligibilityQuery> beforeClaim(VisitNumber number, Optional<LocalDate> through) {
        return line.isStopped()
                ? Optional.empty()
                : visits.find(number).flatMap(visit -> memberships.beforeClaim(visit, through));
    }

    /** The answer to {@link #beforeClaim}. */
    @Transactional(TxType.REQUIRES_NEW)
    public void verifiedBeforeClaim(EligibilityQuery query, EligibilityAnswer answer) {
        VisitRow visit = visits.lock(query.visit()).orElseThrow();
        claims.keep(new ExchangeRow(visit, "answered", answer.request(), answer.response(), clock.instant()));
        memberships.answeredBeforeClaim(visit, query.serviceDate(), answer);
    }

    @Transactional(TxType.REQUIRES_NEW)
    public void answered(long taskId, ClaimAnswer answer) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        VisitRow visit = visits.lock(task.visitId());
        ClaimRow claim = claims.get(task.claimId());
        claims.keep(
                new ExchangeRow(task, answer.outcome().name(), answer.request(), answer.response(), clock.instant()));
        switch (answer.outcome()) {
            case COMPLETE, PARTIAL -> {
                List<String> found = AnswerCheck.findings(claim.estimate(), answer.amounts());
                ClaimState state = found.isEmpty() ? ClaimState.SETTLED : ClaimState.DIFFERENCE;
                claim.answered(state, answer.payerReference().orElse(null), answer.amounts(), found, clock.instant());
                answer.caseGroup().ifPresent(visit::groupedByPayer);
                if (state == ClaimState.SETTLED) {
                    years.settled(visit, claim, MembershipBook.serviceDate(visit));
                }
                claims.done(task);
            }
            case ERROR -> {
                claim.refused(String.join("; ", answer.errors()));
                claims.done(task);
            }
            case QUEUED -> {
                claim.pended(answer.payerReference().orElse(null));
                task.retry(clock.instant().plus(pace.after(task.attempts())), "pended");
            }
        }
        visit.claimMoved(claim);
        tell(visit, claim);
    }

    /** What ends a claim, or calls for a person, the HIS is told. */
    private void tell(VisitRow visit, ClaimRow claim) {
        if (!Claims.isOpen(claim.state())) {
            his.claimMoved(visit, claim);
            his.visitMoved(visit);
        }
    }

    /** The payer answered a reversal; one that it only took up is asked about again. */
    @Transactional(TxType.REQUIRES_NEW)
    public void reversed(long taskId, ReversalAnswer answer) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        VisitRow visit = visits.lock(task.visitId());
        claims.keep(
                new ExchangeRow(task, answer.outcome().name(), answer.request(), answer.response(), clock.instant()));
        if (reversals.answered(task, visit, answer)) {
            claims.done(task);
        } else {
            task.retry(clock.instant().plus(pace.after(task.attempts())), "pended");
        }
    }

    /** Nothing reached the payer: the claim is queued again. */
    @Transactional(TxType.REQUIRES_NEW)
    public void unreached(long taskId, boolean sentBefore, String why) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        if (task.kind() == OutboxRow.Kind.REVERSAL) {
            visits.lock(task.visitId());
            reversals.unreached(task, sentBefore, why);
        } else if (task.kind() == OutboxRow.Kind.CLAIM) {
            VisitRow visit = visits.lock(task.visitId());
            ClaimRow claim = claims.get(task.claimId());
            if (sentBefore) {
                claim.stillUnknown(why);
            } else {
                claim.unsent(why);
            }
            visit.claimMoved(claim);
        }
        task.retry(clock.instant().plus(pace.after(task.attempts())), why);
    }

    /** It may have reached the payer: unknown until its status is asked. Whatever came back is kept. */
    @Transactional(TxType.REQUIRES_NEW)
    public void unknown(long taskId, String why, byte[] answer) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        visits.lock(task.visitId());
        if (task.kind() == OutboxRow.Kind.REVERSAL) {
            reversals.unknown(task, why);
        } else if (task.kind() == OutboxRow.Kind.CLAIM) {
            claims.get(task.claimId()).stillUnknown(why);
        }
        claims.keep(new ExchangeRow(task, "unknown", null, answer, clock.instant()));
        task.retry(clock.instant().plus(pace.after(task.attempts())), why);
    }

    /** The payer said no: a claim ends there; a question on membership is asked again later, and shown as pending. */
    @Transactional(TxType.REQUIRES_NEW)
    public void refused(long taskId, String why, byte[] answer) {
        OutboxRow task = claims.task(taskId).orElseThrow();
        VisitRow visit = visits.lock(task.visitId());
        claims.keep(new ExchangeRow(task, "refused", null, answer, clock.instant()));
        if (task.claimId() == null) {
            visit.membershipState(MembershipState.PENDING, why);
            task.retry(clock.instant().plus(pace.longest()), why);
        } else {
            ClaimRow claim = claims.get(task.claimId());
            claim.refused(why);
            visit.claimMoved(claim);
            claims.done(task);
            tell(visit, claim);
        }
    }
}
