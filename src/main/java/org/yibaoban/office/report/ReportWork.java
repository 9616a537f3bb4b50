package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.yibaoban.office.IncidentId;
import org.yibaoban.store.ReportJobs.Job;

/** Makes the reports that were asked for, in the background; several instances share them. */
@ApplicationScoped
public class ReportWork {

    private static final Logger LOG = System.getLogger(ReportWork.class.getName());
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Inject
    private ReportJournal journal;

    @Inject
    private Reports reports;

    @Inject
    private ReportPrinter printer;

    @Inject
    private Clock clock;

    /** Asks for the reports whose day has come. */
    @Transactional(TxType.NOT_SUPPORTED)
    public void askDue() {
        journal.askDue();
    }

    /** Makes the next one. @return whether there was one */
    @Transactional(TxType.NOT_SUPPORTED)
    public boolean makeNext() {
        Optional<Job> next = journal.take();
        next.ifPresent(this::make);
        return next.isPresent();
    }

    private void make(Job job) {
        try {
            Report report = reports.of(
                    ReportKind.valueOf(job.kind()),
                    job.month(),
                    job.posting(),
                    (done, of) -> journal.advance(job, done, of));
            ByteArrayOutputStream workbook = new ByteArrayOutputStream();
            reports.write(report, workbook);
            journal.done(job, workbook.toByteArray(), printer.print(report, made(job)));
        } catch (RuntimeException | IOException e) {
            String incident = IncidentId.next(clock).value();
            LOG.log(Level.ERROR, incident + ": report " + job.id() + " " + job.kind() + " failed", e);
            journal.failed(job, incident);
        }
    }

    private String made(Job job) {
        return (job.planned() ? "定时生成 scheduled by " : "生成 made by ") + job.askedBy() + " · "
                + MINUTE.format(LocalDateTime.now(clock));
    }
}
