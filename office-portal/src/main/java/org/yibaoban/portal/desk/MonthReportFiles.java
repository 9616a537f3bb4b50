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
import org.yibaoban.office.report.MonthReports;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.print.ReportSheet;
import org.yibaoban.portal.security.SignedIn;

/** The month's report as files: a workbook and a print for the meeting, a print with masked names for the notice board. */
@Named
@RequestScoped
public class MonthReportFiles {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    @Inject
    private MonthReports reports;

    @Inject
    private Format format;

    @Inject
    private Clock clock;

    @Inject
    private SignedIn me;

    public StreamedContent workbook(YearMonth month) {
        return file("month-" + month + ".xlsx", EXCEL, out -> reports.write(reports.of(month, false), out));
    }

    public StreamedContent meeting(YearMonth month) {
        return print("month-" + month + ".pdf", month, false);
    }

    public StreamedContent posting(YearMonth month) {
        return print("posting-" + month + ".pdf", month, true);
    }

    private StreamedContent print(String name, YearMonth month, boolean posting) {
        String made = me.user().displayName() + " · " + format.time(LocalDateTime.now(clock));
        return file(name, PDF, out -> new ReportSheet(format).write(reports.of(month, posting), made, out));
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
