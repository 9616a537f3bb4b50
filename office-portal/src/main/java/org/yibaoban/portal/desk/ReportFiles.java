package org.yibaoban.portal.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.yibaoban.office.report.KeptReport;
import org.yibaoban.office.report.Report;
import org.yibaoban.office.report.ReportDesk;
import org.yibaoban.office.report.ReportKind;
import org.yibaoban.office.report.ReportPrinter;
import org.yibaoban.office.report.ReportProgress;
import org.yibaoban.office.report.Reports;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.security.SignedIn;

/** Reports as files: a workbook and a print, and a print with masked names for the notice board; made now, or kept. */
@Named
@RequestScoped
public class ReportFiles {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    @Inject
    private Reports reports;

    @Inject
    private ReportPrinter printer;

    @Inject
    private ReportDesk desk;

    @Inject
    private Format format;

    @Inject
    private Clock clock;

    @Inject
    private SignedIn me;

    public StreamedContent workbook(ReportKind kind, YearMonth month) {
        return file(kind.key() + "-" + month + ".xlsx", EXCEL, out -> reports.write(report(kind, month, false), out));
    }

    public StreamedContent print(ReportKind kind, YearMonth month) {
        return print(kind.key() + "-" + month + ".pdf", report(kind, month, false));
    }

    public StreamedContent posting(ReportKind kind, YearMonth month) {
        return print("posting-" + kind.key() + "-" + month + ".pdf", report(kind, month, true));
    }

    private Report report(ReportKind kind, YearMonth month, boolean posting) {
        return reports.of(kind, month, posting, ReportProgress.SILENT);
    }

    private StreamedContent print(String name, Report report) {
        String made = me.user().displayName() + " · " + format.time(LocalDateTime.now(clock));
        return file(name, PDF, out -> out.write(printer.print(report, made)));
    }

    /** The workbook that was kept of one made before. */
    public StreamedContent keptWorkbook(KeptReport job) {
        return file(job.fileName() + ".xlsx", EXCEL, out -> out.write(desk.workbook(job.id())));
    }

    /** The print that was kept of one made before. */
    public StreamedContent keptPrint(KeptReport job) {
        return file(job.fileName() + ".pdf", PDF, out -> out.write(desk.print(job.id())));
    }

    /** Writes a file. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static StreamedContent file(String name, String type, Writing writing) {
        return DefaultStreamedContent.builder()
                .name(name)
                .contentType(type)
                .writer(out -> {
                    try {
                        writing.to(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }
}
