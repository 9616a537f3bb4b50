package org.yibaoban.his.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.Register;
import org.yibaoban.his.tabular.TableFault;

/** Files of items as they come: the national download, CSV and Excel. */
class ItemFilesTest {

    private static final String CODE = "XA10BAE048A001010104110";

    @Test
    void the_download_is_read_by_the_positions_of_the_interface() {
        ItemRows.ItemRow row = rows(download()).get(0);
        assertThat(row.broken()).isEmpty();
        assertThat(row.fields())
                .containsEntry(ItemField.CODE, CODE)
                .containsEntry(ItemField.NAME, "二甲双胍\"口服\"")
                .containsEntry(ItemField.DOSAGE_FORM, "片剂")
                .containsEntry(ItemField.SPECIFICATION, "0.25g")
                .containsEntry(ItemField.UNIT, "盒")
                .containsEntry(ItemField.PACK, "48片/盒")
                .containsEntry(ItemField.RESTRICTION, "限二型糖尿病")
                .containsEntry(ItemField.CLASS, "甲")
                .containsEntry(ItemField.FROM, "2026-01-01")
                .containsEntry(ItemField.TO, "");
    }

    @Test
    void the_catalogues_own_note_goes_before_the_limited_use() {
        assertThat(rows(download(69, "限重症")).get(0).fields()).containsEntry(ItemField.RESTRICTION, "限重症");
        assertThat(rows(download(58, "0")).get(0).fields()).containsEntry(ItemField.RESTRICTION, "");
    }

    @Test
    void a_line_with_another_number_of_fields_is_broken_and_the_next_is_read() {
        List<ItemRows.ItemRow> rows = rows(download() + "\n" + CODE + "\t1\n\n" + download());
        assertThat(rows).extracting(row -> row.broken().isPresent()).containsExactly(false, true, false);
        assertThat(rows).extracting(ItemRows.ItemRow::number).containsExactly(1L, 2L, 4L);
    }

    @Test
    void a_download_may_have_its_names_first_and_come_in_a_zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("1301.txt"));
            zip.write(("医疗目录编码" + "\tx".repeat(96) + "\n" + download()).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows(Register.NATIONAL, out.toByteArray()))
                .extracting(row -> row.fields().get(ItemField.CODE))
                .containsExactly(CODE);
    }

    @Test
    void a_table_may_use_the_words_of_the_trade_and_the_character_set_of_old_systems() {
        byte[] file =
                "院内编码,国家编码,项目名称,单位,费用类别,单价,厂家\nD1,XA,\"甲, 乙\",盒,drug,12.5,某厂\n".getBytes(Charset.forName("GB18030"));
        try (ItemRows rows = ItemFiles.open(Register.HOSPITAL, new ByteArrayInputStream(file))) {
            assertThat(rows.unknown()).containsExactly("厂家");
            Map<ItemField, String> fields = rows.next().orElseThrow().fields();
            assertThat(fields)
                    .containsEntry(ItemField.HOSPITAL_CODE, "D1")
                    .containsEntry(ItemField.NAME, "甲, 乙")
                    .containsEntry(ItemField.PRICE, "12.5");
        }
    }

    @Test
    void a_table_may_be_a_workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("目录");
            List<String> header = List.of("code", "name", "class", "price_limit");
            List<String> values = List.of(CODE, "二甲双胍", "A", "12");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
                sheet.value(1, i, values.get(i));
            }
        }
        assertThat(rows(Register.NATIONAL, out.toByteArray()))
                .singleElement()
                .satisfies(row -> assertThat(row.fields()).containsEntry(ItemField.PRICE_LIMIT, "12"));
    }

    @Test
    void a_table_without_a_column_that_is_needed_is_refused_whole() {
        assertThatThrownBy(() -> rows(Register.HOSPITAL, "hospital_code,name\nD1,x\n".getBytes()))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("charge_type")
                .hasMessageContaining("收费类别");
        assertThatThrownBy(() -> rows(Register.NATIONAL, "code,医疗目录编码,name\nD1,x,y\n".getBytes()))
                .isInstanceOf(TableFault.class)
                .hasMessageContaining("two columns");
    }

    /** One line; {@code more} are positions from 1 and what stands there. */
    private static String download(Object... more) {
        String[] values = new String[97];
        Arrays.fill(values, "null");
        Map<Integer, String> said = new java.util.HashMap<>(Map.ofEntries(
                Map.entry(1, CODE),
                Map.entry(4, "二甲双胍\"口服\""),
                Map.entry(10, "片"),
                Map.entry(11, "片剂(薄膜衣)"),
                Map.entry(14, "0.25g"),
                Map.entry(27, "1"),
                Map.entry(42, "48"),
                Map.entry(45, "盒"),
                Map.entry(46, "片"),
                Map.entry(57, "限二型糖尿病"),
                Map.entry(58, "1"),
                Map.entry(79, "1"),
                Map.entry(91, "片剂"),
                Map.entry(92, "甲"),
                Map.entry(96, "2026-01-01")));
        for (int i = 0; i < more.length; i += 2) {
            said.put((Integer) more[i], (String) more[i + 1]);
        }
        said.forEach((position, value) -> values[position - 1] = value);
        return String.join("\t", values);
    }

    private static List<ItemRows.ItemRow> rows(String text) {
        return rows(Register.NATIONAL, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ItemRows.ItemRow> rows(Register register, byte[] file) {
        List<ItemRows.ItemRow> found = new ArrayList<>();
        try (ItemRows rows = ItemFiles.open(register, new ByteArrayInputStream(file))) {
            for (Optional<ItemRows.ItemRow> row = rows.next(); row.isPresent(); row = rows.next()) {
                found.add(row.get());
            }
        }
        return found;
    }
}
