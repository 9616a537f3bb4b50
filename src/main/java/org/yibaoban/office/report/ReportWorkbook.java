package org.yibaoban.office.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.yibaoban.money.Money;
import org.yibaoban.office.report.Report.Part;

/** A report as an Excel workbook, a sheet for each part. */
final class ReportWorkbook {

    private static final int WIDTH = 20;

    private ReportWorkbook() {}

    static void write(Report report, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            for (Part part : report.parts()) {
                sheet(workbook.newWorksheet(part.chinese()), report, part);
            }
        }
    }

    private static void sheet(Worksheet sheet, Report report, Part part) {
        sheet.value(0, 0, report.chinese() + " · " + part.chinese() + " " + part.english());
        sheet.style(0, 0).bold().fontSize(14).set();
        for (int column = 0; column < part.columns().size(); column++) {
            sheet.value(1, column, part.columns().get(column));
            sheet.style(1, column).bold().set();
            sheet.width(column, WIDTH);
        }
        int row = 2;
        for (List<Object> cells : part.rows()) {
            for (int column = 0; column < cells.size(); column++) {
                cell(sheet, row, column, cells.get(column));
            }
            row++;
        }
        sheet.freezePane(0, 2);
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Money money) {
            sheet.value(row, column, money.yuan());
            sheet.style(row, column).format("#,##0.00").set();
        } else if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else {
            sheet.value(row, column, value.toString());
        }
    }
}
