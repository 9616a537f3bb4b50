package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;

/** The indicators in a real browser: figures, comparison, what they add up, as a workbook. */
class IndicatorsPageIT extends BrowserTest {

    @Test
    void theOfficeSeesAPeriodOpensARowAndTakesTheWorkbookAlong() throws Exception {
        HisStay stay = new HisStay(Person.stranger()).in("0403", "W0403A", "01");
        accepted(stay.admit());
        accepted(stay.charges(
                charge(stay.id("1"), "CT0001", "1", "268.00"), charge(stay.id("2"), "NUR000", "1", "120.00")));
        accepted(stay.discharge());
        SettledStay.discharged(Person.employee());
        page.setViewportSize(1366, 768);
        login(page, "office");

        page.locator("#nav-indicators").click();
        Locator row = page.locator("#indicators-table tr", new Page.LocatorOptions().setHasText("骨科"));
        assertThat(row).hasCount(1);
        assertThat(page.locator("#indicator-chart canvas")).hasCount(1);
        screenshot("month");
        row.locator("a").click();

        assertThat(page.locator("#open-row")).hasText("骨科");
        assertThat(page.locator("#open-table")).containsText("14日再住院率");
        assertThat(page.locator("#stays-table")).containsText(stay.visit());
        assertThat(page.locator("#stays-table")).containsText("388.00");
        screenshot("open");
        Download workbook =
                page.waitForDownload(() -> page.locator("#indicators-excel").click());
        assertThat(workbook.suggestedFilename())
                .startsWith("indicators-department-")
                .endsWith(".xlsx");
        assertThat(Files.size(workbook.path())).isGreaterThan(1000);

        page.locator("#indicators-kind").selectOption("PAYER");
        assertThat(page.locator("#indicators-table")).containsText("自费");
        assertThat(page.locator("#indicators-table")).containsText("职工医保");
        page.locator("#indicators-table tr", new Page.LocatorOptions().setHasText("职工医保"))
                .locator("a")
                .click();
        assertThat(page.locator("#open-table")).containsText("病例组合指数");
        assertThat(page.locator("#stays-table")).containsText("FR29");
        page.locator("#period-earlier").click();
        assertThat(page.locator("#indicators-table")).containsText("本期没有数据");
        page.locator("#language").click();
        assertThat(page.locator("h1")).hasText("Indicators");
        screenshot("english");
    }

    @Test
    void aFigureLeadsToTheLinesOfAVisit() throws Exception {
        HisStay stay = new HisStay(Person.stranger()).in("0404", "W0404A", "01");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "1", "120.00")));
        login(page, "office");
        page.navigate("/indicators.xhtml");
        page.locator("#indicators-table tr", new Page.LocatorOptions().setHasText("泌尿"))
                .locator("a")
                .click();

        page.locator("#stays-table a", new Page.LocatorOptions().setHasText(stay.visit()))
                .click();

        assertThat(page.locator("#content")).containsText("120.00");
    }
}
