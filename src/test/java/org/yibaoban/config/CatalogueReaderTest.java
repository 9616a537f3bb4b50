package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;

class CatalogueReaderTest {

    private static final String HEADER = String.join(",", CatalogueReader.COLUMNS);
    private static final String SALINE = "S1,XB05XAL001B002010100001,生理盐水,100ml,袋,drug,A,,,3.80,,,2026-01-01,";

    @TempDir
    Path config;

    @Test
    void an_item_is_read_with_everything_it_has() throws IOException {
        CatalogueItem item =
                read("B1,XB05XAL001B002010100002,\"白蛋白, \"\"人血\"\"\",10g,瓶,drug,B,0.20,350,380.00,限重症,,2026-01-01,2026-12-31")
                        .find("B1", LocalDate.of(2026, 5, 1))
                        .orElseThrow();
        assertThat(item.name()).isEqualTo("白蛋白, \"人血\"");
        assertThat(item.preSelfPayRate().orElseThrow()).hasToString("0.2");
        assertThat(item.priceLimit().orElseThrow()).hasToString("350.00");
        assertThat(item.restriction()).contains("限重症");
        assertThat(item.to()).contains(LocalDate.of(2026, 12, 31));
    }

    @Test
    void an_item_without_a_national_code_is_unmapped_and_read() throws IOException {
        assertThat(read("U1,,院内制剂,,瓶,drug,C,,,36.00,,,2026-01-01,")
                        .find("U1", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .nationalCode())
                .isEmpty();
    }

    @Test
    void the_mark_that_spreadsheets_write_is_no_fault() throws IOException {
        write("\uFEFF" + HEADER + "\n" + SALINE + "\n");
        assertThat(CatalogueReader.read(config).size()).isEqualTo(1);
    }

    @Test
    void versions_that_follow_each_other_are_read() throws IOException {
        Catalogue catalogue = read(
                "S1,XB05XAL001B002010100001,生理盐水,,袋,drug,A,,,3.80,,,2026-01-01,2026-06-30",
                "S1,XB05XAL001B002010100001,生理盐水,,袋,drug,A,,,3.50,,,2026-07-01,");
        assertThat(catalogue.find("S1", LocalDate.of(2026, 7, 1)).orElseThrow().price())
                .hasToString("3.50");
    }

    @Test
    void a_fault_names_file_line_and_reason() {
        assertFault("items.csv:3: unknown class D", SALINE, SALINE.replace(",A,", ",D,"));
        assertFault("items.csv:2: item S1: class B without pre_self_pay_rate", SALINE.replace(",A,", ",B,"));
        assertFault("items.csv:2: only class B has a pre_self_pay_rate", SALINE.replace(",A,,", ",A,0.1,"));
        assertFault("items.csv:2: unknown charge_type potion", SALINE.replace("drug", "potion"));
        assertFault("items.csv:2: price must be a decimal of 0 or more, not 3,80", SALINE.replace("3.80", "\"3,80\""));
        assertFault("items.csv:2: price must be a decimal of 0 or more, not -1", SALINE.replace("3.80", "-1"));
        assertFault("items.csv:2: price must be a decimal of 0 or more, not 1E+3", SALINE.replace("3.80", "1E+3"));
        assertFault("items.csv:2: price has more than two places: 3.805", SALINE.replace("3.80", "3.805"));
        assertFault("items.csv:2: waived is yes or blank, not maybe", SALINE.replace(",,,2026", ",,maybe,2026"));
        assertFault("items.csv:2: price is empty", SALINE.replace("3.80", ""));
        assertFault("items.csv:2: from must be a date such as", SALINE.replace("2026-01-01", "2026-02-30"));
        assertFault("items.csv:2: to 2025-12-31 lies before from", SALINE + "2025-12-31");
        assertFault("items.csv:2: pre_self_pay_rate: a rate lies between 0 and 1", SALINE.replace(",A,,", ",B,1.5,"));
        assertFault("items.csv:2: 14 fields are expected, not 15", SALINE + ",");
        assertFault("items.csv:2: a quote is not closed", SALINE.replace("生理", "\"生理"));
        assertFault("items.csv:3: item S1 stands twice with from 2026-01-01", SALINE, SALINE);
        assertFault(
                "items.csv:3: item S1 overlaps its version from 2026-01-01",
                SALINE,
                SALINE.replace("2026-01-01", "2026-07-01"));
    }

    @Test
    void a_file_without_items_or_with_another_header_is_a_fault() throws IOException {
        assertFault("the catalogue has no item");
        write("code,name\n");
        assertThatThrownBy(() -> CatalogueReader.read(config)).hasMessageContaining("items.csv:1: the header must be");
    }

    @Test
    void a_file_in_gbk_is_a_fault_and_not_a_list_of_question_marks() throws IOException {
        Path file = write("");
        Files.write(file, (HEADER + "\n" + SALINE).getBytes("GB18030"));
        assertThatThrownBy(() -> CatalogueReader.read(config)).hasMessageContaining("is not UTF-8");
    }

    @Test
    void sixty_thousand_rows_are_read_at_once() throws IOException {
        write(IntStream.range(0, 60_000)
                .mapToObj(i -> "S" + i + SALINE.substring(2))
                .collect(Collectors.joining("\n", HEADER + "\n", "\n")));
        assertThat(CatalogueReader.read(config).size()).isEqualTo(60_000);
    }

    private Catalogue read(String... rows) throws IOException {
        write(HEADER + "\n" + String.join("\n", rows) + "\n");
        return CatalogueReader.read(config);
    }

    private Path write(String content) throws IOException {
        Path file = config.resolve("catalogue/items.csv");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content, StandardCharsets.UTF_8);
    }

    private void assertFault(String message, String... rows) {
        assertThatThrownBy(() -> read(rows)).isInstanceOf(ConfigFault.class).hasMessageContaining(message);
    }
}
