package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.FindingQuery;
import org.yibaoban.office.audit.AuditDesk;
import org.yibaoban.office.audit.AuditStatistics;
import org.yibaoban.office.audit.FindingView;
import org.yibaoban.portal.i18n.Language;

/** Counts and money of the findings of a period, on the page and as a workbook. */
@Named
@ViewScoped
public class AuditFigures implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows of the workbook's list, far from the most that a sheet holds. */
    private static final int LISTED = 20_000;

    @Inject
    private AuditStatistics statistics;

    @Inject
    private AuditDesk desk;

    @Inject
    private Language language;

    @Inject
    private Today today;

    private LocalDate from;
    private LocalDate to;
    private AuditStatistics.Report report;

    /** Begins with the month so far. */
    @PostConstruct
    public void open() {
        to = today.day();
        from = to.withDayOfMonth(1);
        count();
    }

    public void count() {
        report = statistics.of(from, to.isBefore(from) ? from : to);
    }

    /** The figures, and all findings that stand. */
    public StreamedContent getWorkbook() {
        List<FindingView> standing = desk.list(FindingQuery.TO_DO, LISTED);
        return DefaultStreamedContent.builder()
                .name("audit-" + report.from() + "-" + report.to() + ".xlsx")
                .contentType(EXCEL)
                .writer(out -> {
                    try {
                        statistics.write(report, standing, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    public String rule(String name) {
        AuditRule rule = AuditRule.valueOf(name);
        return language.pick(rule.chinese(), rule.english());
    }

    public AuditStatistics.Report getReport() {
        return report;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
