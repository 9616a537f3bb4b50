package org.yibaoban.office.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.store.AuditFindings;
import org.yibaoban.store.AuditFindings.Group;
import org.yibaoban.store.AuditFindings.Grouping;

/** What was found in a period: by rule, by department, by doctor. */
@ApplicationScoped
public class AuditStatistics {

    @Inject
    private AuditFindings findings;

    @Inject
    private Hospital hospital;

    @Inject
    private Clock clock;

    /** @param from first and last day, both included, of the day that a finding was made */
    public record Report(
            LocalDate from, LocalDate to, List<Group> rules, List<Group> departments, List<Group> doctors) {}

    @Transactional
    public Report of(LocalDate from, LocalDate to) {
        return new Report(
                from,
                to,
                groups(Grouping.RULE, from, to),
                groups(Grouping.DEPARTMENT, from, to),
                groups(Grouping.DOCTOR, from, to));
    }

    /** Writes the report and a list of findings as an Excel workbook, and leaves the stream open. */
    public void write(Report report, List<FindingView> listed, OutputStream out) throws IOException {
        AuditWorkbook.write(report, listed, hospital, out);
    }

    private List<Group> groups(Grouping by, LocalDate from, LocalDate to) {
        return findings.groups(
                by,
                from.atStartOfDay(clock.getZone()).toInstant(),
                to.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }
}
