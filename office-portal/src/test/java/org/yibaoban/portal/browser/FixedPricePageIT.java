package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.APIResponse;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;
import org.yibaoban.portal.server.OfficeClient;

/** The office settles a stay at the fixed price of its disease on the billing page; the sheet explains it. */
class FixedPricePageIT extends BrowserTest {

    @Test
    void theOfficeChoosesThePriceWithAReasonAndUndoesIt() throws Exception {
        HisStay stay = new HisStay(Person.retired()).with("K35.800^急性阑尾炎");
        accepted(stay.admit());
        accepted(stay.charges(charge(stay.id("1"), "NUR000", "20", "120.00")));
        OfficeClient.as("billing").awaitMembership(stay.visit(), "VERIFIED");
        login(page, "office");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        assertThat(page.locator("#fixed-offer")).containsText("6,800.00");
        page.locator("#fixed-choose").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.locator("#fixed-why").fill("急诊手术，符合单病种路径");
        page.locator("#fixed-choose").click();
        assertThat(page.locator("#fixed-price")).hasAttribute("data-chosen", "true");
        assertThat(page.locator("#estimate-table .field-basic_fund")).containsText("5,780.00");
        assertThat(page.locator("#estimate-table .field-hospital_liability")).containsText("-4,400.00");
        assertThat(page.locator("#remarks")).containsText("按单病种定额结算");
        screenshot("1-chosen");
        APIResponse sheet = page.context().request().get("/billing/sheet?visit=" + stay.visit());
        assertThat(PrintedText.of(sheet.body())).contains("按单病种定额结算", "6800.00", "-4,400.00");

        page.locator("#fixed-why").fill("并发症，退出路径");
        page.locator("#fixed-undo").click();
        assertThat(page.locator("#fixed-price")).hasAttribute("data-chosen", "false");
        assertThat(page.locator("#fixed-history")).containsText("并发症，退出路径");
        assertThat(page.locator("#estimate-table .field-hospital_liability")).containsText("0.00");
        screenshot("2-undone");
    }
}
