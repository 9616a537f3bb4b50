package org.yibaoban.office.report;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import org.yibaoban.store.ReportJobs;

/**
 * A report that was asked for, with how far it is.
 *
 * @param planned whether a plan asked for it
 * @param posting for the notice board, with names masked
 * @param state the word for where it is: WAITING, MAKING, DONE, FAILED
 * @param done parts that are made, of {@code parts}
 * @param incident what the log has the reason under; blank unless it failed
 * @param publishedBy blank unless it hangs on the notice board
 */
public record KeptReport(
        long id,
        boolean planned,
        ReportKind kind,
        boolean posting,
        YearMonth month,
        Instant askedAt,
        String askedBy,
        String state,
        int done,
        int parts,
        Optional<Instant> finishedAt,
        String incident,
        Optional<Instant> publishedAt,
        String publishedBy) {

    static KeptReport of(ReportJobs.Job job) {
        return new KeptReport(
                job.id(),
                job.planned(),
                ReportKind.valueOf(job.kind()),
                job.posting(),
                job.month(),
                job.askedAt(),
                job.askedBy(),
                job.state().name(),
                job.done(),
                job.parts(),
                job.finishedAt(),
                job.incident(),
                job.publishedAt(),
                job.publishedBy());
    }

    public boolean isMaking() {
        return state.equals(ReportJobs.State.MAKING.name());
    }

    public boolean isMade() {
        return state.equals(ReportJobs.State.DONE.name());
    }

    /** Whether it can be hung out. */
    public boolean isForPublishing() {
        return posting && isMade() && publishedAt.isEmpty();
    }

    /** How much of it is made. */
    public int percent() {
        return parts == 0 ? 0 : 100 * done / parts;
    }

    /** The name of its files, without their endings. */
    public String fileName() {
        return (posting ? "posting-" : "") + kind.key() + "-" + month;
    }
}
