package org.yibaoban.office.indicator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yibaoban.office.indicator.Indicators.Row;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Tally;

/** The indicators of a period as an Excel workbook: figures, what they are compared to, and the sums behind them. */
public final class IndicatorWorkbook {

    private IndicatorWorkbook() {}

    /**
     * Writes the workbook and leaves the stream open. A ratio over nothing is an empty cell.
     *
     * @param names the words for the rows' codes
     */
    public static void write(Period period, List<Row> rows, UnaryOperator<String> names, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            figures(workbook.newWorksheet("指标 Indicators"), period, rows, names, Row::now);
            figures(workbook.newWorksheet("上期 Last period"), period.previous(), rows, names, Row::previous);
            figures(workbook.newWorksheet("去年同期 Last year"), period.lastYear(), rows, names, Row::lastYear);
            sums(workbook.newWorksheet("合计 Sums"), period, rows, names);
        }
    }

    /** Which of a row's three periods. */
    private interface Which {
        Tally of(Row row);
    }

    private static void figures(
            Worksheet sheet, Period period, List<Row> rows, UnaryOperator<String> names, Which which) {
        head(sheet, period);
        int column = 2;
        for (Indicator indicator : Indicator.values()) {
            sheet.value(1, column, indicator.chinese() + " " + indicator.english());
            column++;
        }
        sheet.range(1, 0, 1, column - 1).style().bold().wrapText(true).set();
        int line = 2;
        for (Row row : rows) {
            names(sheet, line, row, names);
            for (Indicator indicator : Indicator.values()) {
                Optional<BigDecimal> shown = which.of(row).figure(indicator).map(Figure::shown);
                if (shown.isPresent()) {
                    sheet.value(line, 2 + indicator.ordinal(), shown.get());
                    sheet.style(line, 2 + indicator.ordinal())
                            .format("#,##0.00")
                            .set();
                }
            }
            line++;
        }
    }

    private static void sums(Worksheet sheet, Period period, List<Row> rows, UnaryOperator<String> names) {
        head(sheet, period);
        for (Measure measure : Measure.values()) {
            sheet.value(1, 2 + measure.ordinal(), measure.chinese() + " " + measure.english());
        }
        sheet.range(1, 0, 1, 1 + Measure.values().length)
                .style()
                .bold()
                .wrapText(true)
                .set();
        int line = 2;
        for (Row row : rows) {
            names(sheet, line, row, names);
            for (Measure measure : Measure.values()) {
                sheet.value(line, 2 + measure.ordinal(), row.now().get(measure));
                sheet.style(line, 2 + measure.ordinal())
                        .format(measure.isMoney() ? "#,##0.00" : "#,##0.######")
                        .set();
            }
            line++;
        }
    }

    private static void head(Worksheet sheet, Period period) {
        sheet.value(0, 0, period.start() + " – " + period.last());
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, "代码 Code");
        sheet.value(1, 1, "名称 Name");
        sheet.width(1, 24);
        sheet.freezePane(2, 2);
    }

    private static void names(Worksheet sheet, int line, Row row, UnaryOperator<String> names) {
        sheet.value(line, 0, row.code());
        sheet.value(line, 1, names.apply(row.code()));
    }
}
