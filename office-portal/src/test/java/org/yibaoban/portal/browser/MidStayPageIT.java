package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.portal.his.DividedStay.ago;
import static org.yibaoban.portal.his.Ft1.charge;
import static org.yibaoban.portal.his.SettledStay.accepted;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.DividedStay;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.print.PrintedText;

/** A clerk settles a stay that goes on up to a day, and the sheet says which part it is. */
class MidStayPageIT extends BrowserTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    @Test
    void aClerkSettlesAPartAndTheRestIsEstimated() throws Exception {
        HisStay stay = DividedStay.open(Person.retired());
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        page.locator("#part-through").fill(ago(0).toString());
        page.locator("#submit-part").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#messages")).containsText("YB-3222");

        page.locator("#part-through").fill(ago(5).toString());
        page.locator("#submit-part").click();
        page.locator(".ui-confirmdialog-yes").click();
        Locator part = page.locator(
                "#claim-history tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText("中途结算"));
        assertThat(part).containsText("已结算", SOON);
        page.reload();
        assertThat(page.locator("#claim-part")).containsText("第 1 部分");
        assertThat(page.locator("#estimate-table .field-total")).containsText("1,200.00");
        assertThat(page.locator("#estimate-table .field-deductible")).containsText("0.00");
        assertThat(page.locator("#remarks")).containsText("已中途结算至 " + ago(5));
        assertThat(page.locator("#submit-part")).isEnabled();
        screenshot("1-part-settled");

        String sheet = part.locator(".part-sheet").getAttribute("href");
        APIResponse pdf = page.context().request().get(sheet);
        assertThat(PrintedText.of(pdf.body()))
                .contains("第 1 部分", "中途结算", "2,400.00")
                .doesNotContain("预结算");
        APIResponse rest = page.context().request().get("/billing/sheet?visit=" + stay.visit());
        assertThat(PrintedText.of(rest.body())).contains("预结算", "1,200.00");

        accepted(stay.charges(charge(stay.id("rest"), "NUR000", "1", "120.00")));
        DividedStay.end(stay);
        page.reload();
        assertThat(page.locator("#claim-part")).containsText("末次结算");
        assertThat(page.locator("#submit-claim")).isDisabled();
        screenshot("2-last-part");
    }
}
