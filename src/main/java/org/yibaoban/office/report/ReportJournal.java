package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.yibaoban.store.ReportJobs;
import org.yibaoban.store.ReportJobs.Job;

/** What this instance does to the reports that are due, each step for others to see at once. */
@ApplicationScoped
class ReportJournal {

    /** A worker that says nothing for so long is gone. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    @Inject
    private ReportJobs jobs;

    @Inject
    private Clock clock;

    /** This instance among those that share the database. */
    private final String worker = UUID.randomUUID().toString();

    /** Asks for the reports whose day has come. */
    @Transactional(TxType.REQUIRES_NEW)
    void askDue() {
        LocalDateTime now = LocalDateTime.now(clock);
        for (ReportJobs.Plan plan : jobs.plans()) {
            LocalDateTime setAt = LocalDateTime.ofInstant(plan.setAt(), clock.getZone());
            Optional<YearMonth> month = ReportDue.month(plan.day(), plan.time(), setAt, now);
            month.ifPresent(due ->
                    jobs.ask(Optional.of(plan.id()), plan.kind(), plan.posting(), due, plan.setBy(), clock.instant()));
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    Optional<Job> take() {
        return jobs.take(worker, clock.instant(), leaseUntil());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void advance(Job job, int done, int of) {
        jobs.advance(job.id(), worker, done, of, leaseUntil());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void done(Job job, byte[] workbook, byte[] print) {
        jobs.done(job.id(), worker, workbook, print, clock.instant());
    }

    @Transactional(TxType.REQUIRES_NEW)
    void failed(Job job, String incident) {
        jobs.failed(job.id(), worker, incident, clock.instant());
    }

    private Instant leaseUntil() {
        return clock.instant().plus(LEASE);
    }
}
