package org.yibaoban.his.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Files are known by what they are, and read strictly in bounded memory. */
class TableFileTest {

    private static final TableMap.TextForm AUTO = new TableMap.TextForm(Optional.empty(), Optional.empty());

    @Test
    void quotesCommasLineBreaksAndEmptyLinesOfAText() {
        assertThat(rows("a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n\r\n1,\n"))
                .containsExactly("1:[a, b]", "2:[x,\"y\", two\nlines]", "5:[1, ]");
    }

    @Test
    void aQuoteThatIsNeverClosedIsAFaultAndTakesInNothingElse() {
        assertThatThrownBy(() -> rows("a\n\"x\ny\n"))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> rows("a\n\"" + "x".repeat(CsvRows.MOST_CHARACTERS)))
                .isInstanceOf(TableFault.class);
    }

    @Test
    void theDelimiterIsTheOneThatStandsMostOftenInTheHeader() {
        assertThat(rows("a;b;c,d\n1;2;3\n")).containsExactly("1:[a, b, c,d]", "2:[1, 2, 3]");
        assertThat(rows("a\tb\n1\t2\n")).containsExactly("1:[a, b]", "2:[1, 2]");
    }

    @Test
    void theCharsetIsToldFromTheBytes() {
        assertThat(rows("\uFEFF姓名\n𠮷\n".getBytes(StandardCharsets.UTF_8))).containsExactly("1:[姓名]", "2:[𠮷]");
        assertThat(rows("姓名\n龑䶮\n".getBytes(Charset.forName("GB18030")))).containsExactly("1:[姓名]", "2:[龑䶮]");
    }

    @Test
    void aByteThatDoesNotFitIsAFaultAndNoQuestionMark() {
        byte[] bytes = "姓名\nx\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        TableMap.TextForm utf8 = new TableMap.TextForm(Optional.of("UTF-8"), Optional.empty());

        assertThatThrownBy(() -> rows(new ByteArrayInputStream(bytes), utf8)).isInstanceOf(TableFault.class);
    }

    @Test
    void gzipIsUnpacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows(bytes.toByteArray())).containsExactly("1:[a, b]", "2:[1, 2]");
    }

    @Test
    void excelDatesAndFiguresWithoutTheDustOfBinaryFractions() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("费用");
            List.of("文本", "金额", "时间", "日期", "空")
                    .forEach(name ->
                            sheet.value(0, List.of("文本", "金额", "时间", "日期", "空").indexOf(name), name));
            sheet.value(1, 0, "00123");
            sheet.value(1, 1, 0.1 + 0.2);
            sheet.value(1, 2, LocalDateTime.of(2026, 11, 20, 9, 30));
            sheet.style(1, 2).format("yyyy-mm-dd hh:mm").set();
            sheet.value(1, 3, LocalDateTime.of(2026, 11, 20, 0, 0));
            sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
        }
        assertThat(rows(bytes.toByteArray()))
                .containsExactly("1:[文本, 金额, 时间, 日期, 空]", "2:[00123, 0.3, 2026-11-20T09:30, 2026-11-20, ]");
    }

    @Test
    void aZipThatIsNoWorkbookOrUnpacksToAMultipleIsRefused() throws IOException {
        assertThatThrownBy(() -> rows(zip(10))).isInstanceOf(TableFault.class).hasMessageContaining("Excel");
        assertThatThrownBy(() -> rows(zip(64 << 20)))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> rows(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}))
                .hasMessageContaining(".xlsx");
        assertThatThrownBy(() -> rows(new byte[0])).isInstanceOf(TableFault.class);
    }

    private static byte[] zip(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }

    private static List<String> rows(String text) {
        return rows(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> rows(byte[] file) {
        return rows(new ByteArrayInputStream(file), AUTO);
    }

    private static List<String> rows(ByteArrayInputStream file, TableMap.TextForm form) {
        List<String> rows = new ArrayList<>();
        try (RowSource source = TableFile.open(file, form)) {
            rows.add("1:" + source.header());
            for (var row = source.next(); row.isPresent(); row = source.next()) {
                rows.add(row.get().number() + ":" + row.get().values());
            }
        }
        return rows;
    }
}
