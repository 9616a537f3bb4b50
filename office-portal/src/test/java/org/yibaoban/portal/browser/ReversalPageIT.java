package org.yibaoban.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.his.HisStay;
import org.yibaoban.portal.his.Person;
import org.yibaoban.portal.his.SettledStay;

/** One person asks for a reversal on the billing page, another finds it on the office's desk and approves it. */
class ReversalPageIT extends BrowserTest {

    private static final LocatorAssertions.HasAttributeOptions SOON =
            new LocatorAssertions.HasAttributeOptions().setTimeout(60_000);

    @Test
    void aClerkAsksAndTheOfficeApproves() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        login(page, "billing");
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        page.locator("#request-reversal").click();
        assertThat(page.locator("#messages")).containsText("YB-3107");
        page.getByLabel("原因", new Page.GetByLabelOptions().setExact(true)).fill("取消出院，重新结算");
        page.locator("#request-reversal").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#decision")).containsText("待审批");
        assertThat(page.locator("#decision-mine")).isVisible();
        assertThat(page.locator("#decision-approve")).hasCount(0);
        assertThat(page.locator("#stay-chart canvas")).hasCount(1);
        screenshot("1-asked");

        try (BrowserContext officersSession = newContext()) {
            Page officer = officersSession.newPage();
            login(officer, "office");
            Locator row = officer.locator("#waiting-decisions tr", new Page.LocatorOptions().setHasText(stay.visit()));
            assertThat(row).containsText("取消出院，重新结算");
            keep(officer, "2-waiting");
            row.locator("a").click();
            assertThat(officer.locator("#decision-reason")).hasText("取消出院，重新结算");
            officer.locator("#decision-approve").click();
            keep(officer, "3-confirm");
            officer.locator(".ui-confirmdialog-yes").click();
            assertThat(officer.locator("#claim-state")).hasAttribute("data-state", "REVERSED", SOON);
            assertThat(officer.locator("#claim-history")).containsText("billing");
            assertThat(officer.locator("#claim-history")).containsText("office");
            keep(officer, "4-reversed");
        }

        page.reload();
        assertThat(page.locator("#claim-history tr[data-state=REVERSED]")).hasCount(1);
        assertThat(page.locator("#submit-claim")).isEnabled();
    }

    @Test
    void anOfficerDoesNotApproveTheOwnRequestAndTakesItBackInEnglish() throws Exception {
        HisStay stay = SettledStay.of(Person.retired());
        login(page, "office");
        page.locator("#language").click();
        page.navigate("/bill.xhtml?visit=" + stay.visit());
        page.locator("#decision-why").fill("charged twice");
        page.locator("#request-reversal").click();
        assertThat(page.locator("#decision-mine")).containsText("another person must approve");
        assertThat(page.locator("#decision-approve")).hasCount(0);
        page.locator("#decision-recall").click();
        page.locator(".ui-confirmdialog-yes").click();
        assertThat(page.locator("#decision")).hasCount(0);
        assertThat(page.locator("#claim-history")).containsText("Request withdrawn");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ask for a reversal")))
                .isEnabled();
        screenshot("recalled");
    }
}
