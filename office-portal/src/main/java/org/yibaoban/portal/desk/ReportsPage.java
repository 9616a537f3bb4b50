package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.yibaoban.money.Money;
import org.yibaoban.office.report.Report;
import org.yibaoban.office.report.ReportKind;
import org.yibaoban.office.report.ReportProgress;
import org.yibaoban.office.report.Reports;
import org.yibaoban.portal.i18n.Language;

/** A report of a month to look at, with its charts. */
@Named
@ViewScoped
public class ReportsPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Reports reports;

    @Inject
    private Language language;

    @Inject
    private Today today;

    private ReportKind kind = ReportKind.MONTH;
    private YearMonth month;
    private boolean posting;
    private transient Report report;

    /** Begins with this month's report for the meeting. */
    @PostConstruct
    public void open() {
        month = today.month();
    }

    /** Another report, or names masked. */
    public void choose() {
        report = null;
    }

    public void earlier() {
        month = month.minusMonths(1);
        report = null;
    }

    public void later() {
        month = month.plusMonths(1);
        report = null;
    }

    public Report getReport() {
        if (report == null) {
            report = reports.of(kind, month, posting, ReportProgress.SILENT);
        }
        return report;
    }

    public String word(ReportKind one) {
        return language.pick(one.chinese(), one.english());
    }

    /** Places of the columns that are drawn, with commas between. */
    public String drawn(Report.Part part) {
        return part.drawn().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** What the chart draws of a cell; blank where that is no number. */
    public String number(Object cell) {
        if (cell instanceof Money amount) {
            return amount.yuan().toPlainString();
        }
        return cell instanceof Number ? cell.toString() : "";
    }

    /** Whether a column has numbers, which stand to the right. */
    public boolean isOfNumbers(Report.Part part, int column) {
        return part.rows().stream().anyMatch(row -> !number(row.get(column)).isEmpty());
    }

    public List<ReportKind> getKinds() {
        return List.of(ReportKind.values());
    }

    public ReportKind getKind() {
        return kind;
    }

    public void setKind(ReportKind kind) {
        this.kind = kind;
    }

    public YearMonth getMonth() {
        return month;
    }

    public boolean isPosting() {
        return posting;
    }

    public void setPosting(boolean posting) {
        this.posting = posting;
    }
}
