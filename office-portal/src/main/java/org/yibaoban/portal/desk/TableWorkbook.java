package org.yibaoban.portal.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table of a page as an Excel workbook. */
final class TableWorkbook {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(,\\d{3})*(\\.\\d+)?|-?\\d+(\\.\\d+)?");
    private static final int WIDEST = 60;

    private TableWorkbook() {}

    /**
     * Writes the workbook and leaves the stream open.
     *
     * @param numbers of which columns what reads as a number is one; in others it may be a code with zeros before it
     * @param rows the words of each row's cells
     */
    static void write(List<String> heads, List<Boolean> numbers, List<List<String>> rows, OutputStream out)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
                sheet.style(0, column).bold().set();
                sheet.width(column, width(column, heads, rows));
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < heads.size(); column++) {
                    cell(sheet, row + 1, column, rows.get(row).get(column), numbers.get(column));
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, String text, boolean number) {
        if (number && NUMBER.matcher(text).matches()) {
            BigDecimal value = new BigDecimal(text.replace(",", ""));
            sheet.value(row, column, value);
            sheet.style(row, column)
                    .format(value.scale() == 0 ? "#,##0" : "#,##0." + "0".repeat(value.scale()))
                    .set();
        } else {
            sheet.value(row, column, text);
        }
    }

    /** In characters of Latin; one of Chinese takes two. */
    private static int width(int column, List<String> heads, List<List<String>> rows) {
        int widest =
                rows.stream().mapToInt(row -> places(row.get(column))).max().orElse(0);
        return Math.min(WIDEST, Math.max(widest, places(heads.get(column))) + 2);
    }

    private static int places(String text) {
        return text.codePoints().map(sign -> sign < 0x2e80 ? 1 : 2).sum();
    }
}
