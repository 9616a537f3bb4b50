package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.store.ReportJobs;

/** Reports that are made in the background, at a set time each month or when somebody asks, kept, and hung out. */
@ApplicationScoped
public class ReportDesk {

    /** What of the files a page lists; older ones stay on file. */
    private static final int SHOWN = 50;

    private static final int LAST_DAY = 28;

    @Inject
    private ReportJobs jobs;

    @Inject
    private Clock clock;

    @Transactional
    public List<ReportPlan> plans() {
        return jobs.plans().stream().map(ReportPlan::of).toList();
    }

    /**
     * From now on the report of the month before is made on this day of each month.
     *
     * @param day 1 to 28, which every month has
     * @throws OfficeRefused for another day
     */
    @Transactional
    public void plan(ReportKind kind, boolean posting, int day, LocalTime time, String by) {
        if (day < 1 || day > LAST_DAY) {
            throw new OfficeRefused(ReasonCode.REPORT_DAY, "day " + day, "");
        }
        jobs.plan(kind.name(), posting, day, time, by, clock.instant());
    }

    /** @throws OfficeRefused when there is no such plan any more */
    @Transactional
    public void end(long plan, String by) {
        if (!jobs.end(plan, by, clock.instant())) {
            throw new OfficeRefused(ReasonCode.REPORT_UNKNOWN, "plan " + plan, "");
        }
    }

    /** Asks for a report, which is made in the background and kept. */
    @Transactional
    public void ask(ReportKind kind, YearMonth month, boolean posting, String by) {
        jobs.ask(Optional.empty(), kind.name(), posting, month, by, clock.instant());
    }

    /** The newest first. */
    @Transactional
    public List<KeptReport> latest() {
        return jobs.latest(SHOWN).stream().map(KeptReport::of).toList();
    }

    /**
     * Hangs a report out for everybody who works here.
     *
     * @throws OfficeRefused for one with unmasked names, one that is not made, or one that hangs there already
     */
    @Transactional
    public void publish(long job, String by) {
        if (!jobs.publish(job, by, clock.instant())) {
            throw new OfficeRefused(ReasonCode.REPORT_NOT_POSTED, "report " + job, "");
        }
    }

    /** What hangs on the notice board, the newest first. */
    @Transactional
    public List<KeptReport> published() {
        return jobs.published(SHOWN).stream().map(KeptReport::of).toList();
    }

    /** @throws OfficeRefused when it is not made */
    @Transactional
    public byte[] workbook(long job) {
        return jobs.workbook(job).orElseThrow(() -> unknown(job));
    }

    /** @throws OfficeRefused when it is not made */
    @Transactional
    public byte[] print(long job) {
        return jobs.print(job).orElseThrow(() -> unknown(job));
    }

    private static OfficeRefused unknown(long job) {
        return new OfficeRefused(ReasonCode.REPORT_UNKNOWN, "report " + job, "");
    }
}
