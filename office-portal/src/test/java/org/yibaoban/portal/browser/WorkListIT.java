package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.server.OfficeClient;

/** Finding, sorting and exporting in a work list. */
class WorkListIT extends BrowserTest {

    @Test
    void whatIsFoundAndSortedIsExportedAsItIsShown() throws Exception {
        HisStay first = exception("1");
        HisStay second = exception("3");
        login(page, "office");
        page.navigate("/exceptions.xhtml");
        Locator rows = page.locator("#exceptions-table_data tr");

        // both are found by what only the page says of them, and not what else stands there
        page.waitForResponse(
                "**/exceptions.xhtml**",
                () -> page.locator("#exceptions-table .table-find").fill("按自费结算 ZY99"));
        assertThat(rows.filter(having(first))).hasCount(1);
        Locator total = page.locator("#exceptions-table thead")
                .getByRole(AriaRole.COLUMNHEADER, new Locator.GetByRoleOptions().setName("费用合计"));
        total.click();
        assertThat(total).hasAttribute("aria-sort", "ascending");
        total.click();
        assertThat(total).hasAttribute("aria-sort", "descending");

        List<Row> exported = exported("#exceptions-table .table-export");
        List<String> shown = rows.allInnerTexts();
        assertThat(exported).hasSize(shown.size() + 1);
        assertThat(exported.get(0).getCellText(0)).isEqualTo("姓名");
        int at = indexOf(shown, first);
        assertThat(indexOf(shown, second)).isLessThan(at);
        assertThat(exported.get(at + 1).getCellText(0)).contains(first.visit());
        assertThat(exported.get(at + 1).getCellText(4)).contains("按自费结算");
        assertThat(exported.get(at + 1).getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("268.00");
        // what can be done in a row is no column of the file
        assertThat(exported.get(at + 1).getCellCount()).isEqualTo(6);

        page.locator("#exceptions-table .table-find").fill(second.visit());
        assertThat(rows).hasCount(1);
        page.locator("#exceptions-refresh").click();
        assertThat(rows).hasCount(1);
        assertThat(page.locator("#exceptions-table .table-find")).hasValue(second.visit());
        assertThat(exported("#exceptions-table .table-export")).hasSize(2);
        page.locator("#exceptions-table .table-find").fill("nobody is called that");
        assertThat(page.locator("#exceptions-table_data")).hasText("没有符合查找内容的行");
    }

    @Test
    void aListWithASearchOfItsOwnIsExportedByItsColumns() throws Exception {
        HisStay stay = exception("2");
        login(page, "billing");
        page.locator("#search").fill(stay.visit());
        page.locator("#search-go").click();
        assertThat(page.locator("#billing-table_data tr")).hasCount(1);

        List<Row> exported = exported("#billing-table .table-export");

        assertThat(exported).hasSize(2);
        assertThat(exported.get(1).getCellText(1)).isEqualTo(stay.visit());
        assertThat(exported.get(1).getCellText(0))
                .isEqualTo(stay.person().name().charAt(0) + "*");
    }

    @Test
    void namesStandInTheFileOfWhoMaySeeThemAndSaysWhy() throws Exception {
        HisStay stay = exception("4");
        login(page, "supervisor");
        page.navigate("/exceptions.xhtml");
        String row = stay.person().name() + " " + stay.visit();
        String clear = "#exceptions-table .export-clear button";
        page.locator("#exceptions-table .export-clear summary").click();
        screenshot("clear-export");

        page.locator(clear).click();
        assertThat(page.locator("#messages")).containsText("原因");
        assertThat(first(exported("#exceptions-table .table-export")))
                .doesNotContain(row)
                .contains("路* " + stay.visit());

        page.locator("#exceptions-table .export-clear summary").click();
        page.locator("#exceptions-table .export-clear input").fill("核对医保局名单");
        assertThat(first(exported(clear))).contains(row);
    }

    private static List<String> first(List<Row> rows) {
        return rows.stream().map(row -> row.getCellText(0)).toList();
    }

    private static int indexOf(List<String> rows, HisStay stay) {
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).contains(stay.visit())) {
                return row;
            }
        }
        throw new AssertionError(stay.visit() + " in none of " + rows);
    }

    private static Locator.FilterOptions having(HisStay stay) {
        return new Locator.FilterOptions().setHasText(stay.visit());
    }

    /** Whom the payer does not know: 268.00 yuan for each unit. */
    private static HisStay exception(String units) throws Exception {
        HisStay stay = new HisStay(Person.stranger());
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "OWN001", units, "268.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "REFUSED");
        return stay;
    }

    private List<Row> exported(String button) throws IOException {
        Download file = page.waitForDownload(() -> page.locator(button).click());
        Path kept = Path.of("target", file.suggestedFilename());
        file.saveAs(kept);
        try (ReadableWorkbook workbook = new ReadableWorkbook(Files.newInputStream(kept))) {
            return workbook.getFirstSheet().read();
        }
    }
}
