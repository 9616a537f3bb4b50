package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class TableWorkbookTest {

    @Test
    void numbers_are_numbers_where_the_column_holds_some_and_codes_stay_words() throws IOException {
        List<Row> rows = written(
                List.of("编码", "金额"),
                List.of(false, true),
                List.of(List.of("0304", "1,234.50"), List.of("=1+1", "—"), List.of("", "-12")));

        assertThat(rows.get(0).getCellText(0)).isEqualTo("编码");
        assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("0304");
        assertThat(rows.get(1).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("1234.50");
        assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(2).getCellText(1)).isEqualTo("—");
        assertThat(rows.get(3).getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("-12");
    }

    private static List<Row> written(List<String> heads, List<Boolean> numbers, List<List<String>> rows)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWorkbook.write(heads, numbers, rows, out);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }
}
