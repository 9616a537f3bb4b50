package org.yibaoban.office.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The rejected rows of a load as a file to mend the source by; a page of rows in memory at a time. */
public final class RejectedRows {

    /** Rows fetched at once. */
    public static final int PAGE = 1000;

    private static final List<String> HEADER =
            List.of("行号 Row", "主键 Key", "列 Column", "内容 Value", "原因代码 Code", "原因", "Reason", "事件编号 Incident");

    private RejectedRows() {}

    /**
     * UTF-8 with a byte order mark, for that is how Excel knows Chinese; leaves the stream open.
     *
     * @param pages the rows from an index on, at most {@link #PAGE}
     */
    public static void csv(IntFunction<List<RejectedRow>> pages, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        line(writer, HEADER);
        int from = 0;
        for (List<RejectedRow> page = pages.apply(0); !page.isEmpty(); page = pages.apply(from)) {
            for (RejectedRow row : page) {
                line(writer, fields(row));
            }
            from += page.size();
        }
        writer.flush();
    }

    /** The same as an Excel workbook; leaves the stream open. */
    public static void excel(IntFunction<List<RejectedRow>> pages, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "yibaoban", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("拒收 Rejected");
            for (int i = 0; i < HEADER.size(); i++) {
                sheet.value(0, i, HEADER.get(i));
                sheet.style(0, i).bold().set();
            }
            int from = 0;
            for (List<RejectedRow> page = pages.apply(0); !page.isEmpty(); page = pages.apply(from)) {
                for (RejectedRow row : page) {
                    List<String> fields = fields(row);
                    for (int i = 0; i < fields.size(); i++) {
                        sheet.value(from + 1, i, fields.get(i));
                    }
                    from++;
                }
            }
            sheet.freezePane(0, 1);
        }
    }

    private static List<String> fields(RejectedRow row) {
        return List.of(
                row.row() > 0 ? String.valueOf(row.row()) : "",
                row.key(),
                row.column(),
                row.shown(),
                row.code(),
                row.chinese(),
                row.english(),
                row.incident());
    }

    private static void line(Writer writer, List<String> fields) throws IOException {
        for (int i = 0; i < fields.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(quoted(fields.get(i)));
        }
        writer.write("\r\n");
    }

    /** What a spreadsheet would take for a formula is made a text: the values come from a file that anyone may have written. */
    private static String quoted(String field) {
        String safe = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0 ? "'" + field : field;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
