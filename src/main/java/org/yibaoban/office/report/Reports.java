package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.report.Report.Part;

/** The office's reports of a month, for its meeting, the payer, and the notice board. */
@ApplicationScoped
public class Reports {

    @Inject
    private PaymentParts payment;

    @Inject
    private QuotaParts quotas;

    @Inject
    private IndicatorParts indicators;

    @Inject
    private DrugParts drugs;

    @Inject
    private SelfInspection inspection;

    @Inject
    private Hospital hospital;

    /**
     * Makes a report anew from what stands on file.
     *
     * @param posting for the notice board: people's names are masked, questions to departments are left out
     */
    @Transactional
    public Report of(ReportKind kind, YearMonth month, boolean posting, ReportProgress progress) {
        List<Supplier<Part>> steps = steps(kind, month, posting);
        List<Part> parts = new ArrayList<>();
        for (Supplier<Part> step : steps) {
            progress.at(parts.size(), steps.size());
            parts.add(step.get());
        }
        progress.at(parts.size(), steps.size());
        return new Report(
                hospital.name() + " " + month + " " + kind.chinese(),
                hospital.englishName() + ", " + kind.english() + ", " + month,
                parts);
    }

    /** Writes a report as a workbook and leaves the stream open. */
    public void write(Report report, OutputStream out) throws IOException {
        ReportWorkbook.write(report, out);
    }

    private List<Supplier<Part>> steps(ReportKind kind, YearMonth month, boolean posting) {
        return switch (kind) {
            case MONTH -> meeting(month, posting);
            case SELF_INSPECTION -> inspection.steps(month);
            case DRUGS -> List.of(() -> drugs.byAmount(month), () -> drugs.byQuantity(month));
            case OVERRUNS -> List.of(() -> payment.departments(month), () -> payment.doctors(month, posting));
            case PAYERS ->
                List.of(
                        () -> indicators.payers(month),
                        () -> payment.methods(month),
                        () -> quotas.used(month, posting));
            case YEAR_ON_YEAR -> List.of(() -> indicators.departments(month), () -> indicators.hospital(month));
        };
    }

    private List<Supplier<Part>> meeting(YearMonth month, boolean posting) {
        List<Supplier<Part>> steps = new ArrayList<>(List.of(
                () -> payment.methods(month),
                () -> payment.departments(month),
                () -> payment.doctors(month, posting),
                () -> quotas.used(month, posting)));
        if (quotas.hasForecast(month)) {
            steps.add(quotas::forecast);
        }
        if (!posting) {
            steps.add(() -> quotas.asked(month));
        }
        return steps;
    }
}
