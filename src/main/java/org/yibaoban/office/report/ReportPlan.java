package org.yibaoban.office.report;

import java.time.Instant;
import java.time.LocalTime;
import org.yibaoban.store.ReportJobs;

/**
 * A report of the month before that is made each month.
 *
 * @param posting for the notice board, with names masked
 * @param day of the month, 1 to 28
 * @param setBy username
 */
public record ReportPlan(
        long id, ReportKind kind, boolean posting, int day, LocalTime time, Instant setAt, String setBy) {

    static ReportPlan of(ReportJobs.Plan plan) {
        return new ReportPlan(
                plan.id(),
                ReportKind.valueOf(plan.kind()),
                plan.posting(),
                plan.day(),
                plan.time(),
                plan.setAt(),
                plan.setBy());
    }
}
